package org.coterie.groups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

/** Writes invitations through one connection, as many at a time as its owner likes. */
final class SeatBatch implements AutoCloseable {

    private final PreparedStatement insert;
    private final PreparedStatement again;
    private final ReasonStore reasons;
    private final OffsetDateTime now;

    SeatBatch(Connection connection, ReasonStore reasons, OffsetDateTime now) throws SQLException {
        this.insert = connection.prepareStatement("""
                insert into membership (group_id, person_id, state, affinity, because, since)
                values (?, ?, 'INVITED', ?, ?, ?)
                """);
        this.again =
                connection.prepareStatement("insert into met_again (group_id, person_id, other_id) values (?, ?, ?)");
        this.reasons = reasons;
        this.now = now;
    }

    void add(UUID groupId, Seat seat) throws SQLException {
        insert.setObject(1, groupId);
        insert.setObject(2, seat.personId());
        insert.setDouble(3, seat.affinity());
        insert.setString(4, reasons.write(seat.because(), Set.of()));
        insert.setObject(5, now);
        insert.addBatch();
        for (UUID other : seat.metAgain()) {
            again.setObject(1, groupId);
            again.setObject(2, seat.personId());
            again.setObject(3, other);
            again.addBatch();
        }
    }

    void write() throws SQLException {
        insert.executeBatch();
        again.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            again.close();
        }
    }
}

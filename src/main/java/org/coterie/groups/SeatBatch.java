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
    private final ReasonStore reasons;
    private final OffsetDateTime now;

    SeatBatch(Connection connection, ReasonStore reasons, OffsetDateTime now) throws SQLException {
        this.insert = connection.prepareStatement("""
                insert into membership (group_id, person_id, state, affinity, because, since)
                values (?, ?, 'INVITED', ?, ?, ?)
                """);
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
    }

    void write() throws SQLException {
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}

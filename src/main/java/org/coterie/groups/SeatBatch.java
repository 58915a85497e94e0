package org.coterie.groups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coterie.paging.IdOrder;

/**
 * Writes invitations through one connection, as many at a time as its owner likes: in the order of people's ids, since groups
 * stand at the end of every index that begins with them, but people anywhere.
 */
final class SeatBatch implements AutoCloseable {

    private final PreparedStatement insert;
    private final PreparedStatement again;
    private final ReasonStore reasons;
    private final OffsetDateTime now;
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(UUID groupId, Seat seat) {

        UUID personId() {
            return seat.personId();
        }
    }

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

    void add(UUID groupId, Seat seat) {
        taken.add(new Taken(groupId, seat));
    }

    void write() throws SQLException {
        taken.sort(Comparator.comparing(Taken::personId, IdOrder::compare));
        for (Taken one : taken) {
            insert.setObject(1, one.groupId);
            insert.setObject(2, one.personId());
            insert.setDouble(3, one.seat.affinity());
            insert.setString(4, reasons.write(one.seat.because(), Set.of()));
            insert.setObject(5, now);
            insert.addBatch();
            for (UUID other : one.seat.metAgain()) {
                again.setObject(1, one.groupId);
                again.setObject(2, one.personId());
                again.setObject(3, other);
                again.addBatch();
            }
        }
        insert.executeBatch();
        again.executeBatch();
        taken.clear();
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            again.close();
        }
    }
}

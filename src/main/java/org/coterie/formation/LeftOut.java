package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.paging.RowStream;

/** Who cared about something and got into no group by the last formation, and of how many in a row that is true. */
@ApplicationScoped
class LeftOut {

    private static final int AT_A_TIME = 500;

    private final DataSource database;
    private final RowStream rows;

    LeftOut(DataSource database, RowStream rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Takes one of them, and how many formations in a row left them out. */
    @FunctionalInterface
    interface Sink {

        void accept(UUID personId, int formations);
    }

    /** Hands over all of them. */
    void each(Sink sink) {
        rows.each(
                "select person_id, formations from left_out",
                RowStream.Parameters.NONE,
                row -> sink.accept(row.getObject(1, UUID.class), row.getInt(2)));
    }

    /** Says who was left out now, as part of the current transaction; whoever was not is forgotten. */
    @Transactional(TxType.MANDATORY)
    void replace(Stream<UUID> people) {
        Map<UUID, Integer> before = new HashMap<>();
        each(before::put);
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement("delete from left_out");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into left_out (person_id, formations)
                        select id, cast(? as integer) from person where id = ?
                        """)) {
            forget.executeUpdate();
            int waiting = 0;
            for (Iterator<UUID> each = people.iterator(); each.hasNext(); waiting++) {
                if (waiting == AT_A_TIME) {
                    insert.executeBatch();
                    waiting = 0;
                }
                UUID person = each.next();
                insert.setInt(1, 1 + before.getOrDefault(person, 0));
                insert.setObject(2, person);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Who was left out could not be kept.", e);
        }
    }
}

package org.coterie.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.coterie.paging.Portions;

/** The database's own record of what changed, written in the transaction that changes it. */
@ApplicationScoped
public class ChangeLog {

    private static final String NOTE = "insert into live_change (topic, ids) values (?, ?)";

    private static final int IDS_A_ROW = 1_000;

    private final DataSource database;

    ChangeLog(DataSource database) {
        this.database = database;
    }

    /** Notes a change as part of the current transaction. */
    public void note(Topic topic, UUID id) {
        noteAll(topic, List.of(id));
    }

    /** Notes a change of any number of these as part of the current transaction. */
    public void noteAll(Topic topic, Collection<UUID> ids) {
        try (Connection connection = database.getConnection()) {
            noteAll(topic, ids, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("A change could not be noted.", e);
        }
    }

    /** Notes a change of any number of these, as part of the transaction of this connection. */
    public static void noteAll(Topic topic, Collection<UUID> ids, Connection connection) throws SQLException {
        for (List<UUID> some : Portions.of(ids, IDS_A_ROW).toList()) {
            note(topic, some, connection);
        }
    }

    /**
     * Notes a change of several, which nobody else changes meanwhile: of two changes of one, the later has the higher
     * number.
     *
     * @return its number
     */
    public static long note(Topic topic, Collection<UUID> ids, Connection connection) throws SQLException {
        Array changed = connection.createArrayOf("uuid", ids.toArray());
        try (PreparedStatement note = connection.prepareStatement(NOTE, new String[] {"id"})) {
            note.setString(1, topic.name());
            note.setArray(2, changed);
            note.executeUpdate();
            try (ResultSet number = note.getGeneratedKeys()) {
                number.next();
                return number.getLong(1);
            }
        } finally {
            changed.free();
        }
    }
}

package org.coterie.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.coterie.paging.Portions;

/** The database's own record of what changed, written in the transaction that changes it. */
@ApplicationScoped
public class ChangeLog {

    private static final String NOTE = "insert into live_change (topic, ids) values (?, ?)";

    private static final String LAST = "select coalesce(max(id), 0) from live_change";
    private static final String SINCE = "select ids from live_change where id > ? and topic = any (?)";

    private static final int IDS_A_ROW = 1_000;

    /** So many numbers may have been given to transactions that are under way. */
    private static final int UNDER_WAY = 1_000;

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

    /** Where the record is at this moment: what is committed from now on is found by {@link #since}. */
    public long now() {
        try (Connection connection = database.getConnection();
                PreparedStatement last = connection.prepareStatement(LAST);
                ResultSet number = last.executeQuery()) {
            number.next();
            return number.getLong(1) - UNDER_WAY;
        } catch (SQLException e) {
            throw new IllegalStateException("Changes could not be read.", e);
        }
    }

    /** What has changed since {@link #now}, in whichever process, and perhaps some of what changed shortly before. */
    public Set<UUID> since(long number, Topic... topics) {
        try (Connection connection = database.getConnection();
                PreparedStatement since = connection.prepareStatement(SINCE)) {
            since.setLong(1, number);
            since.setArray(
                    2,
                    connection.createArrayOf(
                            "varchar", Arrays.stream(topics).map(Topic::name).toArray()));
            Set<UUID> changed = new HashSet<>();
            try (ResultSet rows = since.executeQuery()) {
                while (rows.next()) {
                    for (Object id : (Object[]) rows.getArray(1).getArray()) {
                        changed.add((UUID) id);
                    }
                }
            }
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException("Changes could not be read.", e);
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

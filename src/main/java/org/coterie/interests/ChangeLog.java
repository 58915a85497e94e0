package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.coterie.people.PersonLeaving;

/** The database's own record of whose interests changed, written in the transaction that changes them. */
@ApplicationScoped
class ChangeLog {

    private static final String NOTE = "insert into interest_change (people) values (?)";

    private final DataSource database;

    ChangeLog(DataSource database) {
        this.database = database;
    }

    void interestsChanged(@Observes InterestsChanged change) {
        note(change.personId());
    }

    void leaving(@Observes PersonLeaving leaving) {
        note(leaving.personId());
    }

    private void note(UUID personId) {
        try (Connection connection = database.getConnection()) {
            note(List.of(personId), connection);
        } catch (SQLException e) {
            throw new IllegalStateException("A change of interests could not be noted.", e);
        }
    }

    /**
     * Notes a change of several people, who are held still: of two changes of a person, the later has the higher number.
     *
     * @return its number
     */
    static long note(Collection<UUID> people, Connection connection) throws SQLException {
        Array ids = connection.createArrayOf("uuid", people.toArray());
        try (PreparedStatement note = connection.prepareStatement(NOTE, new String[] {"id"})) {
            note.setArray(1, ids);
            note.executeUpdate();
            try (ResultSet number = note.getGeneratedKeys()) {
                number.next();
                return number.getLong(1);
            }
        } finally {
            ids.free();
        }
    }

    /** Whose interests a row says have changed. */
    static List<UUID> people(ResultSet row, String column) throws SQLException {
        Object[] ids = (Object[]) row.getArray(column).getArray();
        return Arrays.stream(ids).map(UUID.class::cast).toList();
    }
}

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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.coterie.paging.Portions;

/** The database's own record of what changed, written in the transaction that changes it. */
@ApplicationScoped
public class ChangeLog {

    private static final String NOTE = "insert into live_change (topic, ids) values (?, ?)";

    /** Of so many changes it is looked which numbers between them are missing. */
    private static final int LOOKED_THROUGH = 1_000;

    private static final String LATEST =
            "select id from live_change order by id desc fetch first " + LOOKED_THROUGH + " rows only";

    /** In two halves, since H2 uses no index where one "or" joins them. */
    static final String SINCE = """
            select ids from live_change where id > ? and topic = any (?)
            union all
            select ids from live_change where id = any (?) and topic = any (?)""";

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

    /** Notes, as part of the current transaction, a change of what is read and of which nothing is kept in memory. */
    public void noteOther() {
        try (Connection connection = database.getConnection()) {
            note(Topic.TAGS, List.of(), connection);
        } catch (SQLException e) {
            throw new IllegalStateException("A change could not be noted.", e);
        }
    }

    /**
     * Where the record is at a moment.
     *
     * @param last the last number that was given to a change that is committed
     * @param missing numbers before it that may have been given to changes that are not committed yet
     */
    public record Moment(long last, Set<Long> missing) {

        public Moment {
            missing = Set.copyOf(missing);
        }
    }

    /** Where the record is now. */
    public Moment now() {
        try (Connection connection = database.getConnection();
                PreparedStatement latest = connection.prepareStatement(LATEST);
                ResultSet numbers = latest.executeQuery()) {
            SortedSet<Long> given = new TreeSet<>();
            while (numbers.next()) {
                given.add(numbers.getLong(1));
            }
            if (given.isEmpty()) {
                return new Moment(0, Set.of());
            }
            // before the first of all there may be some that are under way
            long first = given.size() < LOOKED_THROUGH ? Math.max(0, given.first() - LOOKED_THROUGH) : given.first();
            return new Moment(
                    given.last(),
                    LongStream.range(first, given.last())
                            .filter(number -> !given.contains(number))
                            .boxed()
                            .collect(Collectors.toSet()));
        } catch (SQLException e) {
            throw new IllegalStateException("Changes could not be read.", e);
        }
    }

    /** What has changed, in whichever process, and was committed after this moment. */
    public Set<UUID> since(Moment moment, Topic... topics) {
        try (Connection connection = database.getConnection();
                PreparedStatement since = connection.prepareStatement(SINCE)) {
            Array any = connection.createArrayOf(
                    "varchar", Arrays.stream(topics).map(Topic::name).toArray());
            since.setLong(1, moment.last);
            since.setArray(2, any);
            since.setArray(3, connection.createArrayOf("bigint", moment.missing.toArray()));
            since.setArray(4, any);
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

package org.coterie.live;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads the {@link ChangeLog} on from where it was. Numbers are given before the transactions that carry them end, in any
 * order: one that is missing is looked for again, until whoever had it can only have given up.
 */
final class ChangeReader {

    /** No transaction that notes a change takes longer: one that stores a formation ends within half an hour. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(35);

    /** So many numbers are given in that time at most. */
    private static final int MOST_UNDER_WAY = 1_000_000;

    /** Before one of the first changes of all there may be some that are under way. */
    private static final int FIRST_OF_ALL = 100;

    private static final String LAST = "select coalesce(max(id), 0) from live_change";
    private static final String NUMBERS = "select id from live_change where id > ? and id <= ? order by id";
    private static final String NEXT = "select id, topic, ids from live_change where id > ? order by id";
    private static final String LATE = "select id, topic, ids from live_change where id = any (?)";

    private final SortedMap<Long, Instant> missing = new TreeMap<>();
    private long read;

    /** Begins to read: what is there already counts as read, what is under way does not. */
    static ChangeReader fromNowOn(Connection connection, Instant now) throws SQLException {
        var reader = new ChangeReader();
        long last;
        try (PreparedStatement select = connection.prepareStatement(LAST);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            last = rows.getLong(1);
        }
        try (PreparedStatement select = connection.prepareStatement(NUMBERS)) {
            select.setLong(1, last - MOST_UNDER_WAY);
            select.setLong(2, last);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    if (reader.read == 0) {
                        // what was forgotten lies before the first: one that was read long ago stays
                        reader.read = id <= FIRST_OF_ALL ? 0 : id - 1;
                    }
                    reader.passTo(id, now);
                }
            }
        }
        reader.read = last;
        return reader;
    }

    /**
     * How far the record is read.
     *
     * @param last the number of the last change read
     * @param missing numbers before it that were not there, and may still come
     */
    record Place(long last, List<Long> missing) {

        private static final String ANY_AFTER = "select id from live_change where id > ? fetch first row only";
        private static final String ANY_LATE = "select id from live_change where id = any (?) fetch first row only";

        Place {
            missing = List.copyOf(missing);
        }

        /** Whether nothing has been committed since. */
        boolean isTheEnd(Connection connection) throws SQLException {
            try (PreparedStatement after = connection.prepareStatement(ANY_AFTER)) {
                after.setLong(1, last);
                return isNone(after) && (missing.isEmpty() || isNoneLate(connection));
            }
        }

        private boolean isNoneLate(Connection connection) throws SQLException {
            Array ids = connection.createArrayOf("bigint", missing.toArray());
            try (PreparedStatement late = connection.prepareStatement(ANY_LATE)) {
                late.setArray(1, ids);
                return isNone(late);
            } finally {
                ids.free();
            }
        }

        private static boolean isNone(PreparedStatement question) throws SQLException {
            try (ResultSet rows = question.executeQuery()) {
                return !rows.next();
            }
        }
    }

    /** How far it has read. */
    Place place() {
        return new Place(read, List.copyOf(missing.keySet()));
    }

    /** The number of the last change read. */
    long position() {
        return read;
    }

    /** Whoever is told what changed. */
    interface Sink {

        void changed(Change change);

        /** Of a change that was committed after some that follow it. */
        void changedLate(Change change);
    }

    /** A row of the record. */
    record Change(long number, Topic topic, List<UUID> ids) {

        Change {
            ids = List.copyOf(ids);
        }

        static Change of(ResultSet row) throws SQLException {
            Object[] ids = (Object[]) row.getArray(3).getArray();
            return new Change(
                    row.getLong(1),
                    Topic.valueOf(row.getString(2)),
                    Arrays.stream(ids).map(UUID.class::cast).toList());
        }
    }

    /**
     * Tells what changed since the last time; in a transaction without changes of its own. Where it breaks off, what it has
     * passed by has been told.
     */
    void next(Connection connection, Instant now, Sink sink) throws SQLException {
        readLate(connection, sink);
        missing.values().removeIf(since -> since.plus(LONGEST_TRANSACTION).isBefore(now));
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setLong(1, read);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Change change = Change.of(rows);
                    sink.changed(change);
                    passTo(change.number, now);
                }
            }
        }
    }

    private void passTo(long id, Instant now) {
        for (long skipped = read + 1; skipped < id; skipped++) {
            missing.put(skipped, now);
        }
        read = id;
    }

    private void readLate(Connection connection, Sink sink) throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        Array ids = connection.createArrayOf("bigint", missing.keySet().toArray());
        try (PreparedStatement select = connection.prepareStatement(LATE)) {
            select.setArray(1, ids);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Change change = Change.of(rows);
                    sink.changedLate(change);
                    missing.remove(change.number);
                }
            }
        } finally {
            ids.free();
        }
    }
}

package org.coterie.interests;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the {@link ChangeLog} on from where it was. Numbers are given before the transactions that carry them end, in any
 * order: one that is missing is looked for again, until whoever had it can only have given up.
 */
final class ChangeReader {

    /** No transaction that writes interests takes longer. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(5);

    /** So many numbers are given in that time at most. */
    private static final int MOST_UNDER_WAY = 100_000;

    /** Before one of the first changes of all there may be some that are under way. */
    private static final int FIRST_OF_ALL = 100;

    private static final String LAST = "select coalesce(max(id), 0) from interest_change";
    private static final String NUMBERS = "select id from interest_change where id > ? and id <= ? order by id";
    private static final String NEXT = "select id, people from interest_change where id > ? order by id";
    private static final String LATE = "select id, people from interest_change where id = any (?)";

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

    /** The number of the last change read. */
    long position() {
        return read;
    }

    /**
     * Adds whose interests changed since the last time; in a transaction without changes of its own. Where it breaks off,
     * what it has passed by has been added.
     */
    void next(Connection connection, Instant now, Unread changed) throws SQLException {
        readLate(connection, changed);
        missing.values().removeIf(since -> since.plus(LONGEST_TRANSACTION).isBefore(now));
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setLong(1, read);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    changed.add(id, ChangeLog.people(rows, "people"));
                    passTo(id, now);
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

    private void readLate(Connection connection, Unread changed) throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        Array ids = connection.createArrayOf("bigint", missing.keySet().toArray());
        try (PreparedStatement select = connection.prepareStatement(LATE)) {
            select.setArray(1, ids);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    changed.addLate(ChangeLog.people(rows, "people"));
                    missing.remove(rows.getLong(1));
                }
            }
        } finally {
            ids.free();
        }
    }
}

package org.coterie.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which requests with a key are being answered, over all replicas: each is an advisory lock of a connection of its process,
 * let go of when the answer is stored or the process ends. An embedded database has no other process.
 */
@ApplicationScoped
class UnderWay {

    private static final int HEXADECIMAL = 16;

    private final Set<String> here = ConcurrentHashMap.newKeySet();
    private final DataSource database;
    private final boolean shared;

    /** A request may need a second connection beside that of its transaction: half of them are always left for that. */
    private final Semaphore places;

    /** One connection for all of them, while there are any. */
    private @Nullable Connection connection;

    private final Set<String> locked = new HashSet<>();

    UnderWay(
            DataSource database,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.database = database;
        this.shared = kind.equals("postgresql");
        this.places = new Semaphore(Math.max(1, connections / 2));
    }

    /** Waits while many others are; false where it has begun already, here or elsewhere, and not ended. */
    boolean begin(String id) {
        if (!here.add(id)) {
            return false;
        }
        boolean begun = false;
        try {
            begun = !shared || lock(id);
        } finally {
            if (!begun) {
                here.remove(id);
            }
        }
        if (begun) {
            places.acquireUninterruptibly();
        }
        return begun;
    }

    void end(String id) {
        try {
            if (shared) {
                unlock(id);
            }
        } finally {
            here.remove(id);
            places.release();
        }
    }

    private synchronized boolean lock(String id) {
        try {
            Connection open = connection == null ? database.getConnection() : connection;
            connection = open;
            boolean free = ask("select pg_try_advisory_lock(?)", id, open);
            if (free) {
                locked.add(id);
            }
            giveBackIfUnused();
            return free;
        } catch (SQLException e) {
            throw cut(e);
        }
    }

    private synchronized void unlock(String id) {
        try {
            if (connection != null && locked.remove(id)) {
                ask("select pg_advisory_unlock(?)", id, connection);
            }
            giveBackIfUnused();
        } catch (SQLException e) {
            throw cut(e);
        }
    }

    private static boolean ask(String sql, String id, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Long.parseUnsignedLong(id.substring(0, HEXADECIMAL), HEXADECIMAL));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void giveBackIfUnused() throws SQLException {
        Connection unused = connection;
        if (locked.isEmpty() && unused != null) {
            connection = null;
            unused.close();
        }
    }

    /** With the connection all locks are gone; that no answer is kept twice holds all the same. */
    private IllegalStateException cut(SQLException reason) {
        locked.clear();
        try {
            giveBackIfUnused();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
        return new IllegalStateException("It could not be found out whether a request is being answered.", reason);
    }
}

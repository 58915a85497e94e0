package org.coterie.formation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Rights that one transaction has at a time, over all replicas: a locked row each, let go of by commit, rollback or the
 * end of the process. Every transaction that proposes groups takes {@link Right#FORM} before any other lock.
 */
@ApplicationScoped
class Turn {

    /** What one can have the right to. */
    enum Right {
        /** To begin a formation, to store one, or to propose a group. */
        FORM(1),
        /** To join the queue. */
        QUEUE(2);

        private final int row;

        Right(int row) {
            this.row = row;
        }
    }

    /** Somebody else had the right for too long; the transaction is lost. */
    static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Taken(Right right, SQLException cause) {
            super("Somebody else had the right to %s for too long.".formatted(right), cause);
        }
    }

    /** "Could not get the lock in time", as H2 and PostgreSQL say it. */
    private static final int H2_LOCK_TIMEOUT = 50200;

    private static final String POSTGRESQL_LOCK_TIMEOUT = "55P03";

    private final AgroalDataSource dataSource;

    Turn(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Takes the right for the rest of the current transaction, waiting for it as long as this.
     *
     * @throws Taken if it was not to be had
     */
    void take(Right right, int seconds) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            String lock = "select id from formation_turn where id = %d for update".formatted(right.row);
            if (isPostgresql(connection)) {
                statement.execute("set local lock_timeout = '%ds'".formatted(seconds));
            } else {
                lock += " wait " + seconds;
            }
            statement.executeQuery(lock).close();
        } catch (SQLException e) {
            if (e.getErrorCode() == H2_LOCK_TIMEOUT || POSTGRESQL_LOCK_TIMEOUT.equals(e.getSQLState())) {
                throw new Taken(right, e);
            }
            throw new IllegalStateException("The right to %s could not be taken.".formatted(right), e);
        }
    }

    /** Takes the right for the rest of the current transaction where it is free, and says whether it was. */
    boolean takeIfFree(Right right) {
        String lock = "select id from formation_turn where id = %d for update skip locked".formatted(right.row);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(lock)) {
            return row.next();
        } catch (SQLException e) {
            throw new IllegalStateException("The right to %s could not be taken.".formatted(right), e);
        }
    }

    /** Whether no other process can use this database: what it left unfinished is then left for good. */
    boolean isOursAlone() {
        try (Connection connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not say where it is.", e);
        }
    }

    private static boolean isPostgresql(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
}

package org.coterie.paging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** Reads all rows of a query one by one: one statement, so one snapshot, and in constant memory on either database. */
@ApplicationScoped
public class RowStream {

    private static final int ROWS_AT_A_TIME = 5_000;
    private static final int LONGEST_SECONDS = 3_600;

    /** What PostgreSQL's driver takes for: as bytes, from the first time on. As text, ids and times take twice as long. */
    private static final int BINARY = -1;

    private final DataSource database;

    RowStream(DataSource database) {
        this.database = database;
    }

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    public interface Parameters {

        /** None. */
        Parameters NONE = statement -> {};

        void set(PreparedStatement statement) throws SQLException;
    }

    /** Takes the row the cursor stands on; runs no statement of its own in the same transaction. */
    @FunctionalInterface
    public interface RowSink {

        void accept(ResultSet row) throws SQLException;
    }

    /** Hands over every row of the query. */
    public void each(String sql, Parameters parameters, RowSink sink) {
        QuarkusTransaction.joiningExisting().timeout(LONGEST_SECONDS).run(() -> read(sql, parameters, sink));
    }

    private void read(String sql, Parameters parameters, RowSink sink) {
        try (var connection = database.getConnection()) {
            // H2 keeps a whole answer before it gives the first row, unless told
            boolean embedded = "H2".equals(connection.getMetaData().getDatabaseProductName());
            if (embedded) {
                hasten(connection, true);
            }
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                if (statement.isWrapperFor(PGStatement.class)) {
                    statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
                }
                parameters.set(statement);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        sink.accept(rows);
                    }
                }
            } finally {
                if (embedded) {
                    hasten(connection, false);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not read: " + sql, e);
        }
    }

    private static void hasten(Connection connection, boolean lazily) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set lazy_query_execution " + lazily);
        }
    }
}

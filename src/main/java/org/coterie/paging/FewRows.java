package org.coterie.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads a few rows past Hibernate, which for so little takes several times as long as the database; in the current transaction,
 * if there is one.
 */
@ApplicationScoped
public class FewRows {

    private final DataSource database;

    FewRows(DataSource database) {
        this.database = database;
    }

    /** Reads the row the cursor stands on. */
    @FunctionalInterface
    public interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }

    /**
     * All rows of a query, which has these ids for each of its parameters: {@code id = any (?)}. Together with any other
     * condition, or a join, H2 would look through all rows.
     */
    public <T> List<T> with(Collection<UUID> ids, String sql, Row<T> row) {
        return read(sql, row, select -> {
            Array all = select.getConnection().createArrayOf("uuid", ids.toArray());
            for (int at = sql.indexOf('?'), i = 1; at >= 0; at = sql.indexOf('?', at + 1), i++) {
                select.setArray(i, all);
            }
        });
    }

    /** All rows of a query with this text as its one parameter. */
    public <T> List<T> with(String text, String sql, Row<T> row) {
        return read(sql, row, select -> select.setString(1, text));
    }

    /**
     * All rows of a query with these parameters. Of what is to be one of several there is a place for each: Hibernate puts a query
     * that takes a list together anew each time.
     */
    public <T> List<T> all(List<?> parameters, String sql, Row<T> row) {
        return read(sql, row, select -> {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
        });
    }

    /** Places for so many parameters. */
    public static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Says what the parameters of a query are. */
    @FunctionalInterface
    private interface Parameters {

        void set(PreparedStatement select) throws SQLException;
    }

    private <T> List<T> read(String sql, Row<T> row, Parameters parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            List<T> read = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read.add(row.read(rows));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("Could not read: " + sql, e);
        }
    }
}

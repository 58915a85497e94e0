package org.coterie.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.coterie.paging.Cells;

/** The terms of somebody, read from a row of the database. */
final class TermsRow {

    /** The columns that {@link #read} takes. */
    static final String SELECT = """
            select id, handle_key, languages, least_company, most_company, latitude, longitude, within_km, online_ok,
                free_time, time_zone, not_the_only_one_with, new_company
            from person""";

    private TermsRow() {}

    static Terms read(ResultSet row) throws SQLException {
        int least = row.getInt(4);
        var company = row.wasNull() ? null : new Terms.Company(least, row.getInt(5));
        double latitude = row.getDouble(6);
        var place =
                row.wasNull() ? null : new Whereabouts(latitude, row.getDouble(7), row.getInt(8), row.getBoolean(9));
        return new Terms(
                Cells.id(row, 1),
                row.getString(2),
                row.getString(3),
                company,
                place,
                row.getString(10),
                row.getString(11),
                Kindred.read(row.getString(12)),
                row.getBoolean(13));
    }
}

package org.coterie.interests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a tag.
 *
 * @param why why they care, in their own words; null where they have not told
 * @param over whether they said it until a time that is over
 */
public record Statement(
        UUID personId, UUID tagId, Stance stance, @Nullable String why, boolean over) {

    /** The columns in the order of the fields. */
    static Statement read(ResultSet row) throws SQLException {
        return new Statement(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Stance.valueOf(row.getString(3)),
                row.getString(4),
                row.getBoolean(5));
    }
}

package org.coterie.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A tag of a group's purpose as it is read for showing. */
record TagRow(UUID groupId, UUID tagId, boolean disclosed) {

    /** The columns in the order of the fields. */
    static TagRow read(ResultSet row) throws SQLException {
        return new TagRow(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3));
    }
}

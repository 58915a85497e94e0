package org.coterie.groups;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How somebody stands to a group, and that group. */
record MyPlace(MemberRow mine, GroupRow group) {

    /** The membership's columns, then the group's. */
    static MyPlace read(ResultSet row) throws SQLException {
        return new MyPlace(MemberRow.read(row), GroupRow.read(row, MemberRow.COLUMN_COUNT));
    }
}

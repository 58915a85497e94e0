package org.coterie.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Two people who had been in a group before, and were put into this one all the same. It reads both ways. */
record MetAgain(UUID groupId, UUID personId, UUID otherId) {

    static MetAgain read(ResultSet row) throws SQLException {
        return new MetAgain(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
    }

    /** Whoever this is not, of the two. */
    UUID otherThan(UUID one) {
        return personId.equals(one) ? otherId : personId;
    }
}

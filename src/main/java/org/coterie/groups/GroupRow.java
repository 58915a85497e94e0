package org.coterie.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group as it is read for showing. */
record GroupRow(
        UUID id,
        @Nullable String name,
        @Nullable String statement,
        GroupState state,
        @Nullable ClosedBecause closedBecause,
        int minSize,
        int maxSize,
        int memberCount,
        int activeCount,
        @Nullable Double cohesion,
        @Nullable UUID formationId,
        Instant createdAt) {

    /** The columns in the order of the fields. */
    static GroupRow read(ResultSet row) throws SQLException {
        String because = row.getString(5);
        return new GroupRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                GroupState.valueOf(row.getString(4)),
                because == null ? null : ClosedBecause.valueOf(because),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getObject(10, Double.class),
                row.getObject(11, UUID.class),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }
}

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

    /** The columns that {@link #read} takes, of a group that the query calls {@code g}. */
    static final String COLUMNS =
            "g.id, g.name, g.statement, g.state, g.closed_because, g.min_size, g.max_size, g.member_count, g.active_count, "
                    + "g.cohesion, g.formation_id, g.created_at";

    static GroupRow read(ResultSet row) throws SQLException {
        return read(row, 0);
    }

    /**
     * Of a row that begins with something else.
     *
     * @param before how many columns stand before those of the group
     */
    static GroupRow read(ResultSet row, int before) throws SQLException {
        String because = row.getString(before + 5);
        return new GroupRow(
                row.getObject(before + 1, UUID.class),
                row.getString(before + 2),
                row.getString(before + 3),
                GroupState.valueOf(row.getString(before + 4)),
                because == null ? null : ClosedBecause.valueOf(because),
                row.getInt(before + 6),
                row.getInt(before + 7),
                row.getInt(before + 8),
                row.getInt(before + 9),
                row.getObject(before + 10, Double.class),
                row.getObject(before + 11, UUID.class),
                row.getObject(before + 12, OffsetDateTime.class).toInstant());
    }
}

package org.coterie.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A membership as it is read for showing. */
record MemberRow(
        UUID groupId,
        UUID personId,
        MembershipState state,
        @Nullable Double affinity,
        @Nullable String because,
        Instant since) {

    /** The columns that {@link #read} takes, of a membership that the query calls {@code m}. */
    static final String COLUMNS = "m.group_id, m.person_id, m.state, m.affinity, m.because, m.since";

    static final int COLUMN_COUNT = 6;

    static MemberRow read(ResultSet row) throws SQLException {
        return new MemberRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                MembershipState.valueOf(row.getString(3)),
                row.getObject(4, Double.class),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}

package org.coterie.groups;

import java.time.Instant;
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
        Instant createdAt) {}

package org.coterie.groups;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A membership as it is read for showing. */
record MemberRow(
        UUID groupId,
        UUID personId,
        MembershipState state,
        @Nullable Double affinity,
        @Nullable String because,
        Instant since) {}

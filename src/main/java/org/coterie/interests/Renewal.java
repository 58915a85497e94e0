package org.coterie.interests;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An interest that a signal says again: renewed, never weakened, and no less private than it was declared. */
record Renewal(
        Instant expressedAt,
        @Nullable Instant until,
        Instant matchesUntil,
        @Nullable UUID signalId) {

    /**
     * What becomes of an interest.
     *
     * @param until when it was to be over; what is over already goes on
     * @param from the signal it came from before; what was declared goes on to be so
     */
    static Renewal of(
            int strength, @Nullable Instant until, @Nullable UUID from, UUID signal, Instant saidAt, Fading fading) {
        Instant still = until == null || !until.isAfter(saidAt) ? null : until;
        return new Renewal(saidAt, still, fading.matchesUntil(strength, saidAt, still), from == null ? null : signal);
    }
}

package org.coterie.interests;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How an interest fades: its weight, a fifth for each degree of strength, halves with every half-life since it was last
 * said, and below a twentieth it is over.
 */
record Fading(Duration halfLife) {

    static final int STRONGEST = 5;

    /** What weighs less no longer matches. */
    private static final double LEAST = 0.05;

    Fading {
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException("coterie.interests.half-life must be longer than nothing");
        }
    }

    /** What is left of its weight when this much time has passed. */
    double weightAfter(int strength, Duration age) {
        return strength * Math.exp(-Math.log(2) * seconds(age) / seconds(halfLife)) / STRONGEST;
    }

    /**
     * The same of an interest that still matches, and so weighs a twentieth at least, also where it was said by a longer half-life;
     * and at most all, also where the clock by which it was said is fast.
     */
    double weightOfMatching(int strength, Duration age) {
        return Math.max(LEAST, Math.min(1, weightAfter(strength, age)));
    }

    /** From when it neither matches nor counts: it has faded, or is over as the person said. */
    Instant matchesUntil(int strength, Instant expressedAt, @Nullable Instant until) {
        double halfLives = Math.log((double) strength / STRONGEST / LEAST) / Math.log(2);
        Instant faded = expressedAt
                .plusMillis(Math.round(halfLives * seconds(halfLife) * 1_000))
                .truncatedTo(ChronoUnit.MICROS);
        return until != null && until.isBefore(faded) ? until : faded;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}

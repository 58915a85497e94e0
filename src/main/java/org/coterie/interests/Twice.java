package org.coterie.interests;

import java.time.Instant;
import java.util.Comparator;

/**
 * What becomes of two interests of one person when their tags become one. One of them is kept: what matches rather than what
 * has faded or is private, then the more open, then the stronger, then the one said last, then that of the tag that stays.
 * So nothing becomes known that was kept quiet, and nothing goes on in public that had faded there. Where both are as
 * open, it is as new as the newer one. It came of a signal only where both did, so that taking the signal back does not
 * take what was declared.
 */
final class Twice {

    private static final Comparator<Interest> WEIGHTIER = Comparator.<Interest>comparingInt(
                    interest -> interest.strength)
            .thenComparing(interest -> interest.expressedAt);

    private final Instant mergedAt;
    private final Fading fading;

    /**
     * @param mergedAt what matches at this moment comes first
     */
    Twice(Instant mergedAt, Fading fading) {
        this.mergedAt = mergedAt;
        this.fading = fading;
    }

    /**
     * The one of both.
     *
     * @param staying in the tag that stays, which the one is in
     */
    Interest one(Interest going, Interest staying) {
        int order =
                Comparator.comparingInt(this::openness).thenComparing(WEIGHTIER).compare(going, staying);
        Interest kept = order > 0 ? going : staying;
        Interest other = order > 0 ? staying : going;
        var one = new Interest(staying.personId, staying.tagId);
        one.take(kept);
        if (openness(going) == openness(staying)
                && going.visibility == staying.visibility
                && other.expressedAt.isAfter(kept.expressedAt)) {
            one.expressedAt = other.expressedAt;
            one.matchesUntil = fading.matchesUntil(one.strength, one.expressedAt, one.untilAt);
        }
        one.signalId = other.signalId == null ? null : kept.signalId;
        return one;
    }

    private int openness(Interest interest) {
        if (!interest.matchesUntil.isAfter(mergedAt)) {
            return 0;
        }
        return interest.visibility.openness();
    }
}

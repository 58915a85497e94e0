package org.coterie.formation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.coterie.groups.Proposal;
import org.coterie.groups.PurposeTag;
import org.coterie.groups.Reason;
import org.coterie.groups.Seat;
import org.coterie.matching.FormationRules;
import org.jspecify.annotations.Nullable;

/**
 * How a group that the core has found becomes a proposal that people can read.
 *
 * @param purpose the tags, most decisive first
 * @param secret whether somebody who is seated holds the tag for matching only: then it names nothing
 */
record Charter(List<UUID> purpose, Predicate<UUID> secret) {

    /**
     * The proposal.
     *
     * @param mostWanted how many people a group has at least that suits each of those who are seated
     */
    Proposal proposal(FormationRules rules, int mostWanted, @Nullable UUID formationId, List<Seat> seats) {
        List<PurposeTag> tags = purpose.stream()
                .map(tag -> new PurposeTag(tag, !secret.test(tag)))
                .toList();
        return new Proposal(
                UuidCreator.getTimeOrderedEpoch(),
                formationId,
                tags,
                rules.minSize(),
                Math.max(rules.minSize(), mostWanted),
                rules.maxSize(),
                seats.stream().mapToDouble(Seat::affinity).average().orElse(0),
                seats);
    }

    /**
     * A seat, with its reasons.
     *
     * @param contributions of each tag of the purpose, 0 where the person does not carry it
     * @param reason the reason that the t-th tag is, where they do
     */
    static Seat seat(UUID personId, double[] contributions, IntFunction<Reason> reason) {
        var because = new ArrayList<Reason>(contributions.length);
        double affinity = 0;
        for (int t = 0; t < contributions.length; t++) {
            if (contributions[t] > 0) {
                because.add(reason.apply(t));
                affinity += contributions[t];
            }
        }
        return new Seat(personId, Math.min(1, affinity), because);
    }

    /**
     * A reason.
     *
     * @param held the tag by which the person carries the purpose's
     * @param confidence how much of it that is
     */
    static Reason reason(UUID tag, double contribution, long holders, UUID held, double confidence) {
        return new Reason(tag, contribution, holders, tag.equals(held) ? null : new Reason.Said(held, confidence));
    }
}

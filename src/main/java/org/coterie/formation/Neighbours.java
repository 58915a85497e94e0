package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.interests.Senses;
import org.coterie.interests.Stance;
import org.coterie.paging.Portions;
import org.coterie.people.People;
import org.coterie.people.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * Who shares what few share. Who holds what, and on which terms everybody meets others, is known from memory; a query tells
 * what those who remain are called.
 */
@ApplicationScoped
class Neighbours {

    /** Of so many, the best by their rare tags, all interests are read. */
    private static final int MOST_FINALISTS = 50;

    /** Of so many for each that is shown enough will do, most of the time. */
    private static final int LIKELY_TO_DO = 4;

    private final Interests interests;
    private final Senses senses;
    private final People people;
    private final Compatibility compatibility;
    private final NextGroup nextGroup;

    Neighbours(Interests interests, Senses senses, People people, Compatibility compatibility, NextGroup nextGroup) {
        this.interests = interests;
        this.senses = senses;
        this.people = people;
        this.compatibility = compatibility;
        this.nextGroup = nextGroup;
    }

    /** Somebody who shares something, why, and how they hold the most decisive tag. */
    record Neighbour(PersonView view, Taste.Fit fit, Stance stance) {}

    /** All of it. */
    record Found(List<Neighbour> people, @Nullable Missing waiting) {

        /** Every tag that is named. */
        Set<UUID> tags() {
            Set<UUID> tags = people.stream()
                    .flatMap(person -> person.fit.parts().stream())
                    .flatMap(part -> Stream.of(part.tag(), part.held()))
                    .collect(Collectors.toCollection(HashSet::new));
            if (waiting != null) {
                tags.add(waiting.tag());
            }
            return tags;
        }
    }

    /**
     * The neighbours of a person.
     *
     * @param choice what the person chooses by, which knows their tags and whom they must not meet
     * @param companions whom they meet already
     * @param served tags that groups of theirs are about, or such as they could join
     */
    Found of(UUID me, Openings.Choice choice, Set<UUID> companions, Set<UUID> served, int limit) {
        Set<UUID> without = new HashSet<>(companions);
        without.addAll(choice.apart());
        without.add(me);
        List<Likeness> best = best(me, choice, without, Fellows.MOST_OF_A_COMMON, limit);
        if (best.size() < limit) {
            best = best(me, choice, without, Long.MAX_VALUE, limit);
        }
        return new Found(
                named(best, choice.taste()),
                nextGroup.missing(me, choice, served).orElse(null));
    }

    /** Those who may meet the person and have most in common with them, by tags with no more holders than these. */
    private List<Likeness> best(UUID me, Openings.Choice choice, Set<UUID> without, long most, int limit) {
        Taste taste = choice.taste();
        List<UUID> near = Fellows.rarestFirst(taste.near(), taste.holders());
        List<Interests.Look> looks = Stream.of(choice.rarest(), near)
                .flatMap(tags -> Fellows.limits(tags, taste.holders(), most).entrySet().stream())
                .map(limited -> new Interests.Look(
                        limited.getKey(), limited.getValue(), taste.affinity(List.of(limited.getKey()))))
                .toList();
        Set<UUID> named = new HashSet<>(choice.rarest());
        named.addAll(near);
        return best(me, taste, named, interests.holdingMost(looks, without, MOST_FINALISTS), limit);
    }

    /** Those of these who may meet the person and have most in common with them, by any of these tags. */
    private List<Likeness> best(UUID me, Taste taste, Set<UUID> named, List<UUID> finalists, int limit) {
        return Portions.of(alike(taste, finalists, holdings(finalists, named)), LIKELY_TO_DO * limit)
                .flatMap(some -> {
                    Set<UUID> suiting = compatibility.whoCanMeet(
                            me, some.stream().map(Likeness::personId).toList());
                    return some.stream().filter(one -> suiting.contains(one.personId));
                })
                .limit(limit)
                .toList();
    }

    private Map<UUID, Map<UUID, Holding>> holdings(List<UUID> people, Set<UUID> tags) {
        return interests.of(people, tags).stream()
                .collect(
                        Collectors.groupingBy(Holding::personId, Collectors.toMap(Holding::tagId, holding -> holding)));
    }

    /** Those of these who have something in common with the person, whoever has most first. */
    private List<Likeness> alike(Taste taste, List<UUID> people, Map<UUID, Map<UUID, Holding>> holdings) {
        Senses.Look look = senses.look();
        Map<UUID, Set<UUID>> notMeant = taste.near().isEmpty() ? Map.of() : interests.notMeant(people);
        return people.stream()
                .flatMap(person -> Stream.ofNullable(likeness(
                        taste,
                        person,
                        holdings.getOrDefault(person, Map.of()),
                        look,
                        notMeant.getOrDefault(person, Set.of()))))
                .sorted(Comparator.comparingDouble(Likeness::affinity)
                        .reversed()
                        .thenComparing(Likeness::personId))
                .toList();
    }

    /** Whoever leaves at this very moment has no name any more. */
    private List<Neighbour> named(List<Likeness> best, Taste taste) {
        Map<UUID, PersonView> views =
                people.findAll(best.stream().map(Likeness::personId).toList());
        return best.stream()
                .flatMap(one -> Stream.ofNullable(views.get(one.personId)).map(view -> one.named(view, taste)))
                .toList();
    }

    /** How much somebody has in common with the person who asks, by what of all that they hold of it. */
    private record Likeness(UUID personId, double affinity, List<UUID> shared, Map<UUID, Holding> theirs) {

        /** Why is told of those few who are shown. */
        Neighbour named(PersonView view, Taste taste) {
            Taste.Fit fit = taste.share(shared);
            UUID decisive = fit.parts().get(0).tag();
            return new Neighbour(
                    view, fit, Objects.requireNonNull(theirs.get(decisive)).stance());
        }
    }

    private static @Nullable Likeness likeness(
            Taste taste, UUID person, Map<UUID, Holding> theirs, Senses.Look look, Set<UUID> notMeant) {
        List<UUID> shared = theirs.values().stream()
                .filter(holding -> mayBeTold(taste, holding, look, notMeant))
                .map(Holding::tagId)
                .sorted()
                .toList();
        return shared.isEmpty() ? null : new Likeness(person, taste.affinity(shared), shared, theirs);
    }

    /** Whether it is something that both hold, or nearly, meant so and openly; what both seek brings nobody together. */
    private static boolean mayBeTold(Taste taste, Holding theirs, Senses.Look look, Set<UUID> notMeant) {
        return (taste.holding(theirs.tagId()).isPresent() || isNearlyShared(taste, theirs, look, notMeant))
                && taste.meaning(theirs.tagId())
                        .noneMatch(mine -> mine.stance() == Stance.SEEK && theirs.stance() == Stance.SEEK);
    }

    private static boolean isNearlyShared(Taste taste, Holding theirs, Senses.Look look, Set<UUID> notMeant) {
        return !theirs.matchOnly()
                && taste.meaning(theirs.tagId())
                        .noneMatch(mine -> notMeant.contains(mine.tagId())
                                || look.isOtherSense(theirs.personId(), theirs.tagId(), mine.tagId()));
    }
}

package org.coterie.formation;

import it.unimi.dsi.fastutil.objects.Object2DoubleMap;
import it.unimi.dsi.fastutil.objects.Object2DoubleOpenHashMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
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

    private final Fellows fellows;
    private final Interests interests;
    private final Senses senses;
    private final People people;
    private final Compatibility compatibility;
    private final NextGroup nextGroup;

    Neighbours(
            Fellows fellows,
            Interests interests,
            Senses senses,
            People people,
            Compatibility compatibility,
            NextGroup nextGroup) {
        this.fellows = fellows;
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
        Taste taste = choice.taste();
        List<UUID> rarest = choice.rarest();
        List<UUID> near = Fellows.rarestFirst(taste.near(), taste.holders());
        Map<UUID, List<UUID>> sharing = whoShares(me, taste, rarest, choice.apart(), Fellows.MOST_OF_A_COMMON);
        Optional<Missing> waiting = nextGroup.missing(me, choice, sharing, served);
        sharing.putAll(whoShares(me, taste, near, choice.apart(), Fellows.MOST_OF_A_COMMON));
        Set<UUID> named = new HashSet<>(rarest);
        named.addAll(near);
        List<Likeness> best = best(me, taste, named, finalists(taste, sharing, companions), limit);
        if (best.size() < limit) {
            sharing.putAll(whoShares(me, taste, rarest, choice.apart(), Long.MAX_VALUE));
            sharing.putAll(whoShares(me, taste, near, choice.apart(), Long.MAX_VALUE));
            best = best(me, taste, named, finalists(taste, sharing, companions), limit);
        }
        return new Found(named(best), waiting.orElse(null));
    }

    /** Those of these who may meet the person and have most in common with them, by any of these tags. */
    private List<Likeness> best(UUID me, Taste taste, Set<UUID> named, Set<UUID> finalists, int limit) {
        return Portions.of(alike(taste, finalists, holdings(finalists, named)), LIKELY_TO_DO * limit)
                .flatMap(some -> {
                    Set<UUID> suiting = compatibility.whoCanMeet(
                            me, some.stream().map(Likeness::personId).toList());
                    return some.stream().filter(one -> suiting.contains(one.personId));
                })
                .limit(limit)
                .toList();
    }

    private Map<UUID, Map<UUID, Holding>> holdings(Set<UUID> people, Set<UUID> tags) {
        return interests.of(people, tags).stream()
                .collect(
                        Collectors.groupingBy(Holding::personId, Collectors.toMap(Holding::tagId, holding -> holding)));
    }

    /** Those of these who have something in common with the person, whoever has most first. */
    private List<Likeness> alike(Taste taste, Set<UUID> people, Map<UUID, Map<UUID, Holding>> holdings) {
        Senses.Look look = senses.look();
        return people.stream()
                .flatMap(person ->
                        Stream.ofNullable(likeness(taste, person, holdings.getOrDefault(person, Map.of()), look)))
                .sorted(Comparator.<Likeness>comparingDouble(one -> one.fit.affinity())
                        .reversed()
                        .thenComparing(Likeness::personId))
                .toList();
    }

    /** Whoever leaves at this very moment has no name any more. */
    private List<Neighbour> named(List<Likeness> best) {
        Map<UUID, PersonView> views =
                people.findAll(best.stream().map(Likeness::personId).toList());
        return best.stream()
                .flatMap(one -> Stream.ofNullable(views.get(one.personId))
                        .map(view -> new Neighbour(view, one.fit, one.stance)))
                .toList();
    }

    /** How much somebody has in common with the person who asks, and how they hold what counts most. */
    private record Likeness(UUID personId, Taste.Fit fit, Stance stance) {}

    /** For each of these tags, the rarest first, others who hold it and may be met; see {@link Fellows#of}. */
    private Map<UUID, List<UUID>> whoShares(UUID me, Taste taste, List<UUID> rarest, Set<UUID> apart, long most) {
        Map<UUID, List<UUID>> sharing = new LinkedHashMap<>();
        fellows.of(rarest, taste.holders(), most).forEach((tag, people) -> {
            List<UUID> others = new ArrayList<>(people);
            others.removeIf(person -> person.equals(me) || apart.contains(person));
            sharing.put(tag, others);
        });
        return sharing;
    }

    /** The best by the tags looked at, leaving out whom the person meets already. */
    private static Set<UUID> finalists(Taste taste, Map<UUID, List<UUID>> sharing, Set<UUID> companions) {
        int most = sharing.values().stream().mapToInt(List::size).sum();
        var shares = new Object2DoubleOpenHashMap<UUID>(most);
        sharing.forEach((tag, people) -> {
            double share = taste.share(List.of(tag)).affinity();
            people.forEach(person -> shares.addTo(person, share));
        });
        shares.keySet().removeAll(companions);
        Comparator<Object2DoubleMap.Entry<UUID>> worstFirst = Comparator.<Object2DoubleMap.Entry<UUID>>comparingDouble(
                        Object2DoubleMap.Entry::getDoubleValue)
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder());
        var best = new PriorityQueue<>(worstFirst);
        for (Object2DoubleMap.Entry<UUID> person : shares.object2DoubleEntrySet()) {
            if (best.size() < MOST_FINALISTS) {
                best.add(person);
            } else if (worstFirst.compare(person, best.element()) > 0) {
                best.remove();
                best.add(person);
            }
        }
        return best.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static @Nullable Likeness likeness(Taste taste, UUID person, Map<UUID, Holding> theirs, Senses.Look look) {
        List<UUID> shared = theirs.values().stream()
                .filter(holding -> mayBeTold(taste, holding, look))
                .map(Holding::tagId)
                .sorted()
                .toList();
        if (shared.isEmpty()) {
            return null;
        }
        Taste.Fit fit = taste.share(shared);
        return new Likeness(
                person,
                fit,
                Objects.requireNonNull(theirs.get(fit.parts().get(0).tag())).stance());
    }

    /** Whether it is something that both hold, or nearly, meant so and openly; what both seek brings nobody together. */
    private static boolean mayBeTold(Taste taste, Holding theirs, Senses.Look look) {
        return (taste.holding(theirs.tagId()).isPresent() || isNearlyShared(taste, theirs, look))
                && taste.meaning(theirs.tagId())
                        .noneMatch(mine -> mine.stance() == Stance.SEEK && theirs.stance() == Stance.SEEK);
    }

    private static boolean isNearlyShared(Taste taste, Holding theirs, Senses.Look look) {
        return !theirs.matchOnly()
                && taste.meaning(theirs.tagId())
                        .noneMatch(mine -> look.isOtherSense(theirs.personId(), theirs.tagId(), mine.tagId()));
    }
}

package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coterie.groups.Seating;
import org.coterie.interests.Holding;
import org.coterie.interests.Stance;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Newcomers;
import org.coterie.people.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What is missing until somebody who is in no group could be in one. It is not concluded but tried, as in {@link WhyNot}: the
 * core is asked whether there would be a group if one more held a tag whom all can meet, or two, and so on.
 */
@ApplicationScoped
class NextGroup {

    /** Of so many people, not many more, it is asked whether they are in a group. */
    private static final int MOST_ASKED = 500;

    /** A tag for which more people wait than this has no need to be counted out. */
    private static final int MOST_WAITING = 50;

    /** Among so many people it is counted who waits. */
    private static final int MOST_COUNTED = 200;

    /** So many tags are tried, those that seem nearest to a group first. */
    private static final int TAGS_TRIED = 3;

    private final Fellows fellows;
    private final Compatibility compatibility;
    private final SmallCircle circles;
    private final Seating seating;
    private final FormationConfig config;

    NextGroup(
            Fellows fellows,
            Compatibility compatibility,
            SmallCircle circles,
            Seating seating,
            FormationConfig config) {
        this.fellows = fellows;
        this.compatibility = compatibility;
        this.circles = circles;
        this.seating = seating;
        this.config = config;
    }

    /**
     * What is missing for the tag that is nearest to a group; nothing for whoever is in one, holds nothing rare, or would be in
     * none whoever came.
     *
     * @param served tags of groups that the person could join
     */
    Optional<Missing> missing(UUID me, Openings.Choice choice, Set<UUID> served) {
        if (!choice.belonging().isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, List<UUID>> waiting = whoWaits(me, choice, served);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> counted = waiting.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Circle circle = circles.openly(me, compatibility.whoCanMeet(me, counted));
        List<Wait> nearest = waiting.keySet().stream()
                .filter(circle::isWaitedFor)
                .map(tag -> new Wait(tag, circle))
                .sorted(Comparator.comparingInt(Wait::fewest))
                .limit(TAGS_TRIED)
                .toList();
        // they may have come in together, and nobody has looked yet
        return circle.group().isPresent()
                ? nearest.stream().findFirst().map(wait -> wait.until(1, Missing.Wanted.WHO_FITS))
                : nearest.stream().flatMap(wait -> wait.tried().stream()).findFirst();
    }

    /** For each of the rarest tags those in no group who may be met, where they are few enough to be counted out. */
    private Map<UUID, List<UUID>> whoWaits(UUID me, Openings.Choice choice, Set<UUID> served) {
        Taste taste = choice.taste();
        Map<UUID, List<UUID>> countable = new LinkedHashMap<>();
        Set<UUID> asked = new HashSet<>();
        fellows.of(choice.rarest(), taste.holders(), Fellows.MOST_OF_A_COMMON).forEach((tag, holders) -> {
            if (!served.contains(tag)
                    && Newcomers.isRare(taste.holders(tag), taste.people())
                    && taste.holders(tag) < Fellows.MOST_OF_A_COMMON
                    && asked.size() < MOST_ASKED) {
                List<UUID> people = holders.stream()
                        .filter(person -> !person.equals(me) && !choice.apart().contains(person))
                        .toList();
                asked.addAll(people);
                countable.put(tag, people);
            }
        });
        Set<UUID> inGroups = seating.seated(asked);
        Map<UUID, List<UUID>> waiting = new LinkedHashMap<>();
        Set<UUID> counted = new HashSet<>();
        countable.forEach((tag, people) -> {
            List<UUID> free =
                    people.stream().filter(person -> !inGroups.contains(person)).toList();
            if (free.size() <= MOST_WAITING && counted.size() < MOST_COUNTED) {
                counted.addAll(free);
                waiting.put(tag, free);
            }
        });
        return waiting;
    }

    /** The person and others who say openly that they care about the same. */
    private final class Wait {

        private final UUID tag;
        private final Circle circle;
        private final List<Holding> others;

        Wait(UUID tag, Circle circle) {
            this.tag = tag;
            this.circle = circle;
            others = circle.othersWith(tag);
        }

        /**
         * How many more it takes at least, beside those who want no larger group, for the size at which it takes fewest; less
         * than 1 where they are enough.
         */
        int fewest() {
            int smallest = Math.max(config.minSize(), least(circle.ownTerms()));
            return IntStream.rangeClosed(smallest, Math.max(smallest, FormationRules.LARGEST_GROUP))
                    .map(size -> size
                            - 1
                            - (int) others.stream()
                                    .filter(one -> least(circle.terms().get(one.personId())) <= size)
                                    .count())
                    .min()
                    .orElseThrow();
        }

        private static int least(@Nullable Terms terms) {
            return terms == null || terms.company() == null
                    ? 0
                    : terms.company().least();
        }

        /** The fewest newcomers, of those tried, after whom there would be a group. */
        Optional<Missing> tried() {
            int fewest = fewest();
            boolean isSought = circle.isSought(tag);
            for (int more = Math.max(1, fewest); more < config.maxSize(); more++) {
                List<Stance> newcomers = new ArrayList<>(Collections.nCopies(more, Stance.SHARE));
                if (circle.isCompletedBy(tag, newcomers)) {
                    boolean wereEnough = more == 1 && fewest < more;
                    return Optional.of(until(more, wereEnough ? Missing.Wanted.WHO_FITS : Missing.Wanted.ANYBODY));
                }
                newcomers.set(0, Stance.OFFER);
                if (isSought && circle.isCompletedBy(tag, newcomers)) {
                    return Optional.of(until(more, Missing.Wanted.WHO_OFFERS));
                }
            }
            return Optional.empty();
        }

        Missing until(int more, Missing.Wanted wanted) {
            var place = circle.ownTerms().place();
            Integer withinKm = place == null || place.onlineOk() ? null : place.withinKm();
            return new Missing(tag, others.size(), more, wanted, withinKm);
        }
    }
}

package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.formation.Openings.Opening;
import org.coterie.formation.WhyNotView.Hindrance;
import org.coterie.groups.OpenGroup;
import org.coterie.groups.Proposal;
import org.coterie.groups.Seating;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.interests.Stance;
import org.coterie.matching.Newcomers;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.coterie.safety.Companions;

/**
 * What somebody could find a place in, on whichever terms: groups that there are, and such as could be founded among those
 * who wait. Whoever holds what is shared for matching only does not count, so that their silence stays one.
 */
@ApplicationScoped
class Outlook {

    /** Among so many others a group is looked for. */
    private static final int MOST_OTHERS = 150;

    private static final int MOST_GROUPS = 20;

    private final Interests interests;
    private final Seating seating;
    private final People people;
    private final Companions companions;
    private final Openings openings;
    private final WhoWaits whoWaits;
    private final SmallCircle circles;
    private final Compatibility compatibility;
    private final CommonHours commonHours;
    private final FormationConfig config;

    Outlook(
            Interests interests,
            Seating seating,
            People people,
            Companions companions,
            Openings openings,
            WhoWaits whoWaits,
            SmallCircle circles,
            Compatibility compatibility,
            CommonHours commonHours,
            FormationConfig config) {
        this.interests = interests;
        this.seating = seating;
        this.people = people;
        this.companions = companions;
        this.openings = openings;
        this.whoWaits = whoWaits;
        this.circles = circles;
        this.compatibility = compatibility;
        this.commonHours = commonHours;
        this.config = config;
    }

    /** The chances of somebody who holds this and is in no group. */
    Chances of(UUID me, List<Holding> mine) {
        return new Chances(me, mine);
    }

    /**
     * A group that there would be.
     *
     * @param others on which terms everybody else in it meets
     * @param tag what it would be about that the person cares about most
     * @param hours how many hours a week all in it have to share
     */
    record Chance(List<Terms> others, UUID tag, int hours) {}

    /** Everything that one person could find a place in; read once, and tried as often as it takes. */
    final class Chances {

        private final UUID me;
        private final Taste taste;
        private final Set<UUID> party;
        private final Map<UUID, Set<UUID>> together;
        private final List<Opening> open;
        private final Map<OpenGroup, Set<UUID>> members;
        private final Map<UUID, Set<UUID>> invited;
        private final Set<UUID> sought;
        private final Map<UUID, Terms> met;
        private final Circle circle;
        private final Terms ownTerms;

        private Chances(UUID me, List<Holding> mine) {
            this.me = me;
            Openings.Choice choice = openings.of(me, mine);
            taste = choice.taste();
            party = choice.party();
            together = party.size() > 1 ? companions.of(party) : Map.of();
            open = Openings.suiting(choice, MOST_GROUPS);
            members = Openings.inside(
                    open,
                    seating.membersOf(
                            open.stream().map(opening -> opening.group().id()).toList()));
            invited = openings.invitedTo(open);
            sought = new HashSet<>(taste.sought());
            sought.addAll(openings.soughtBy(invited));
            met = people.termsOf(members.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            Collection<UUID> company =
                    whoWaits.of(me, mine).stream().limit(MOST_OTHERS).toList();
            circle = circles.openly(me, company);
            ownTerms = circle.ownTerms();
        }

        /** Whose chances they are. */
        UUID me() {
            return me;
        }

        /** On which terms the person meets others, whatever is tried. */
        Terms ownTerms() {
            return ownTerms;
        }

        /** With whom the person comes only together. */
        Set<UUID> companions() {
            return together.getOrDefault(me, Set.of());
        }

        /** What other than the person's terms keeps them from a group. */
        Hindrance hindrance() {
            Map<UUID, List<Stance>> enough = new HashMap<>(circle.shared());
            enough.values().removeIf(stances -> 1 + stances.size() < config.minSize());
            if (open.isEmpty() && enough.isEmpty()) {
                return Hindrance.TOO_FEW;
            }
            if (open.stream().allMatch(this::isUnanswered)
                    && enough.entrySet().stream().allMatch(this::isOnlySought)) {
                return Hindrance.NOBODY_OFFERS;
            }
            boolean isCommon =
                    enough.keySet().stream().anyMatch(tag -> !Newcomers.isRare(taste.holders(tag), taste.people()));
            return isCommon ? Hindrance.COMMON : Hindrance.OTHERS;
        }

        /** Whether in a group nobody offers what the person seeks there. */
        private boolean isUnanswered(Opening opening) {
            Set<UUID> sought = opening.fit().parts().stream()
                    .map(Taste.Fit.Part::tag)
                    .filter(taste.sought()::contains)
                    .collect(Collectors.toSet());
            return !sought.isEmpty()
                    && interests.of(members.getOrDefault(opening.group(), Set.of()), sought).stream()
                            .noneMatch(holding -> holding.stance() == Stance.OFFER);
        }

        private boolean isOnlySought(Map.Entry<UUID, List<Stance>> others) {
            Stance mine = taste.holding(others.getKey()).orElseThrow().stance();
            List<Stance> all = new ArrayList<>(others.getValue());
            all.add(mine);
            return !all.contains(Stance.OFFER)
                    && (mine == Stance.SEEK
                            || all.stream()
                                            .filter(stance -> stance == Stance.SHARE)
                                            .count()
                                    < config.minSize());
        }

        /** The first group that there would be if the person met others on these terms. */
        Optional<Chance> on(Terms mine) {
            return on(mine, party);
        }

        /** The same on their own terms, but if they came without these. */
        Optional<Chance> without(Set<UUID> companions) {
            circle.comeWithout(companions);
            Optional<Chance> chance = on(ownTerms, partyWithout(companions));
            circle.comeWithout(Set.of());
            return chance;
        }

        /** With whom the person would come if not with these: others may bring them all the same. */
        private Set<UUID> partyWithout(Set<UUID> companions) {
            Set<UUID> come = new LinkedHashSet<>(List.of(me));
            Set<UUID> next = new HashSet<>(companions());
            next.removeAll(companions);
            while (!next.isEmpty()) {
                come.addAll(next);
                next = next.stream()
                        .flatMap(one -> together.getOrDefault(one, Set.of()).stream())
                        .filter(one -> !come.contains(one))
                        .collect(Collectors.toSet());
            }
            return come;
        }

        private Optional<Chance> on(Terms mine, Set<UUID> party) {
            Map<UUID, Terms> everybody = new HashMap<>(met);
            everybody.put(me, mine);
            var fits = compatibility.circlesFor(me, party, members, everybody, sought);
            return open.stream()
                    .filter(opening -> fits.admit(
                            members.getOrDefault(opening.group(), Set.of()),
                            invited.getOrDefault(opening.group().id(), Set.of()),
                            opening.group().frame()))
                    .findFirst()
                    .map(this::place)
                    .or(() -> {
                        circle.suppose(mine);
                        return circle.group().map(this::founded);
                    });
        }

        private Chance place(Opening opening) {
            return new Chance(
                    members.getOrDefault(opening.group(), Set.of()).stream()
                            .flatMap(member -> Stream.ofNullable(met.get(member)))
                            .toList(),
                    opening.fit().parts().get(0).tag(),
                    commonHours.of(opening.group().frame()));
        }

        private Chance founded(Proposal group) {
            var mine = group.seats().stream()
                    .filter(seat -> seat.personId().equals(me))
                    .findFirst()
                    .orElseThrow();
            return new Chance(
                    group.seats().stream()
                            .filter(seat -> !seat.personId().equals(me))
                            .flatMap(seat -> Stream.ofNullable(circle.terms().get(seat.personId())))
                            .toList(),
                    mine.because().get(0).tagId(),
                    commonHours.usual());
        }
    }
}

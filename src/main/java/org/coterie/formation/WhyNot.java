package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.formation.Openings.Opening;
import org.coterie.formation.WhyNotView.Help;
import org.coterie.formation.WhyNotView.Hindrance;
import org.coterie.groups.OpenGroup;
import org.coterie.groups.Proposal;
import org.coterie.groups.Seating;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.interests.Stance;
import org.coterie.live.Live;
import org.coterie.matching.Newcomers;
import org.coterie.people.Loosening;
import org.coterie.people.People;
import org.coterie.people.Term;
import org.coterie.people.Terms;
import org.coterie.people.TermsChange;
import org.coterie.tags.Tags;

/**
 * Why somebody is in no group, as a counterfactual explanation (Wachter, Mittelstadt and Russell, 2017): the smallest
 * change of their own terms after which there is one. Nothing is concluded, everything is tried: a change is named only
 * when the core, asked on the changed terms, finds a group of those who wait, or an open place.
 *
 * <p>Terms are dropped one by one, then two at a time, and so on until there is a group; then each of them is loosened by the
 * least that is enough. A few dozen groups are looked for at most, among a bounded number of people; whoever holds what is
 * shared for matching only does not count, so that their silence stays one.
 */
@ApplicationScoped
class WhyNot {

    /** Among so many others a group is looked for. */
    private static final int MOST_OTHERS = 150;

    private static final int MOST_GROUPS = 20;
    private static final int MOST_CHANGES = 3;

    private final Caller caller;
    private final Interests interests;
    private final Live live;
    private final Seating seating;
    private final People people;
    private final Tags tags;
    private final Openings openings;
    private final WhoWaits whoWaits;
    private final SmallCircle circles;
    private final Compatibility compatibility;
    private final CommonHours commonHours;
    private final FormationConfig config;
    private final Clock clock;

    WhyNot(
            Caller caller,
            Interests interests,
            Live live,
            Seating seating,
            People people,
            Tags tags,
            Openings openings,
            WhoWaits whoWaits,
            SmallCircle circles,
            Compatibility compatibility,
            CommonHours commonHours,
            FormationConfig config,
            Clock clock) {
        this.caller = caller;
        this.interests = interests;
        this.live = live;
        this.seating = seating;
        this.people = people;
        this.tags = tags;
        this.openings = openings;
        this.whoWaits = whoWaits;
        this.circles = circles;
        this.compatibility = compatibility;
        this.commonHours = commonHours;
        this.config = config;
        this.clock = clock;
    }

    /** Why the person who asks is in no group. */
    WhyNotView mine() {
        UUID me = caller.personId();
        live.catchUp();
        return QuarkusTransaction.requiringNew().call(() -> explain(me));
    }

    private WhyNotView explain(UUID me) {
        if (!seating.seated(List.of(me)).isEmpty()) {
            return WhyNotView.because(Hindrance.IN_A_GROUP);
        }
        List<Holding> mine = interests.of(List.of(me));
        if (mine.isEmpty()) {
            return WhyNotView.because(Hindrance.NO_INTERESTS);
        }
        var chances = new Chances(me, mine);
        if (chances.on(chances.ownTerms).isPresent()) {
            return WhyNotView.because(Hindrance.SOON);
        }
        Set<Term> said = chances.ownTerms.said();
        List<Set<Term>> fewest = List.of();
        for (int together = 1; together <= said.size(); together++) {
            List<Set<Term>> inTheWay = sets(said, together)
                    .filter(terms ->
                            chances.on(without(chances.ownTerms, terms)).isPresent())
                    .toList();
            List<Help> help = inTheWay.stream()
                    .flatMap(terms -> chances.loosened(terms).stream())
                    .limit(MOST_CHANGES)
                    .toList();
            if (!help.isEmpty()) {
                return WhyNotView.unless(
                        help.stream().flatMap(one -> one.terms().stream()).collect(Collectors.toSet()), help);
            }
            // where nothing of these may be told, of more together it may
            fewest = fewest.isEmpty() ? inTheWay : fewest;
        }
        return fewest.isEmpty()
                ? chances.hindered()
                : WhyNotView.unless(fewest.stream().flatMap(Set::stream).collect(Collectors.toSet()), List.of());
    }

    /** All sets of so many of these terms. */
    private static Stream<Set<Term>> sets(Set<Term> terms, int size) {
        List<Term> all = List.copyOf(terms);
        return IntStream.range(1, 1 << all.size())
                .filter(bits -> Integer.bitCount(bits) == size)
                .mapToObj(bits -> IntStream.range(0, all.size())
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(all::get)
                        .collect(Collectors.toSet()));
    }

    /**
     * A group that there would be.
     *
     * @param others on which terms everybody else in it meets
     * @param tag what it would be about that the person cares about most
     * @param hours how many hours a week all in it have to share
     */
    private record Chance(List<Terms> others, UUID tag, int hours) {}

    /** Everything that one person could find a place in, on whichever terms: what is there, and what could be founded. */
    private final class Chances {

        private final UUID me;
        private final Taste taste;
        private final Set<UUID> party;
        private final List<Opening> open;
        private final Map<OpenGroup, Set<UUID>> members;
        private final Map<UUID, Terms> met;
        private final Circle circle;
        private final Terms ownTerms;

        Chances(UUID me, List<Holding> mine) {
            this.me = me;
            Openings.Choice choice = openings.of(me, mine);
            taste = choice.taste();
            party = choice.party();
            open = Openings.suiting(choice, MOST_GROUPS);
            members = Openings.inside(
                    open,
                    seating.membersOf(
                            open.stream().map(opening -> opening.group().id()).toList()));
            met = people.termsOf(members.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            Collection<UUID> company =
                    whoWaits.of(me, mine).stream().limit(MOST_OTHERS).toList();
            circle = circles.openly(me, company);
            ownTerms = circle.ownTerms();
        }

        /** What other than the person's terms keeps them from a group, and whether those are meant who come with them, too. */
        WhyNotView hindered() {
            Hindrance hindrance = hindrance();
            return hindrance == Hindrance.OTHERS && party.size() > 1
                    ? WhyNotView.becauseOfCompany()
                    : WhyNotView.because(hindrance);
        }

        private Hindrance hindrance() {
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
            Map<UUID, Terms> everybody = new HashMap<>(met);
            everybody.put(me, mine);
            var fits = compatibility.circlesFor(me, party, members, everybody, taste.sought());
            return open.stream()
                    .filter(opening -> fits.admit(
                            members.getOrDefault(opening.group(), Set.of()),
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

        /** The least change of these terms that is enough. */
        Optional<Help> loosened(Set<Term> terms) {
            Terms supposed = without(ownTerms, terms);
            Optional<Chance> chance = on(supposed);
            List<Loosening> steps = new ArrayList<>();
            for (Term term : terms.stream().sorted().toList()) {
                if (chance.isEmpty()) {
                    return Optional.empty();
                }
                Optional<Loosening> least = Optional.empty();
                for (Loosening step :
                        Loosening.of(term, ownTerms, chance.get().others, chance.get().hours, clock.instant())) {
                    Terms tried = supposed.with(term, step.terms());
                    Optional<Chance> then = on(tried);
                    if (then.isPresent()) {
                        supposed = tried;
                        chance = then;
                        least = Optional.of(step);
                        break;
                    }
                }
                if (least.isEmpty()) {
                    return Optional.empty();
                }
                steps.add(least.get());
            }
            return chance.map(found -> help(terms, steps, found));
        }

        private Help help(Set<Term> terms, List<Loosening> steps, Chance chance) {
            String label = Objects.requireNonNull(interests
                            .asWrittenBy(me, tags.byIdsForReader(Set.of(chance.tag)))
                            .get(chance.tag))
                    .label();
            return new Help(
                    terms.stream().sorted().toList(),
                    steps.stream()
                            .map(Loosening::change)
                            .reduce(TermsChange::and)
                            .orElseThrow(),
                    Wording.wouldHelp(steps.stream().map(Loosening::condition).toList(), label));
        }
    }

    private static Terms without(Terms terms, Set<Term> dropped) {
        Terms left = terms;
        for (Term term : dropped) {
            left = left.without(term);
        }
        return left;
    }
}

package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coterie.groups.Proposal;
import org.coterie.groups.Reason;
import org.coterie.groups.Roster;
import org.coterie.groups.Seat;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.interests.Senses;
import org.coterie.interests.Stance;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Newcomers;
import org.coterie.matching.Population;
import org.coterie.matching.PopulationBuilder;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.coterie.safety.Companions;
import org.coterie.safety.Safety;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;

/**
 * A few people out of all, with everything true of them that the core needs to know: enough to find one group. What somebody
 * has lately said no to is left out: they would be asked the same again.
 */
@ApplicationScoped
class SmallCircle {

    /** So long a no rests. */
    private static final Duration REST = Duration.ofDays(30);

    private final People people;
    private final Tags tags;
    private final Interests interests;
    private final Senses senses;
    private final Companions companions;
    private final Safety safety;
    private final Roster roster;
    private final Meaning meaning;
    private final Headcount headcount;
    private final Clock clock;

    SmallCircle(
            People people,
            Tags tags,
            Interests interests,
            Senses senses,
            Companions companions,
            Safety safety,
            Roster roster,
            Meaning meaning,
            Headcount headcount,
            Clock clock) {
        this.people = people;
        this.tags = tags;
        this.interests = interests;
        this.senses = senses;
        this.companions = companions;
        this.safety = safety;
        this.roster = roster;
        this.meaning = meaning;
        this.headcount = headcount;
        this.clock = clock;
    }

    /** The best group of this person and some of the others, if there is one that keeps every rule. */
    Optional<Proposal> around(UUID personId, Collection<UUID> others, FormationRules rules) {
        return of(personId, others).group(rules);
    }

    /** This person and the others, read once. */
    Circle of(UUID personId, Collection<UUID> others) {
        return new Circle(personId, others, holding -> true);
    }

    /** The same, but nobody is found by what the others hold for matching only; it keeps out whom it keeps out all the same. */
    Circle openly(UUID personId, Collection<UUID> others) {
        return new Circle(
                personId,
                others,
                holding -> !holding.matchOnly() || holding.personId().equals(personId));
    }

    /** What is read once about everybody in the circle, six queries for all of them together. */
    final class Circle {

        private final UUID personId;
        private final Set<UUID> asked = new HashSet<>();
        private final Set<Set<UUID>> apart = new HashSet<>();
        private final Map<UUID, Set<UUID>> together;
        private final Map<UUID, Terms> known;
        private final List<Holding> held;
        private final List<Holding> holdings;
        private final Map<UUID, Long> holders;
        private final Map<UUID, KnownTag> tagNames;
        private final Map<UUID, Map<UUID, Double>> near;
        private final Map<UUID, Set<UUID>> notMeant;
        private final List<UUID> persons = new ArrayList<>();
        private final List<UUID> tagIds;

        private Circle(UUID personId, Collection<UUID> others, Predicate<Holding> counted) {
            this.personId = personId;
            Set<UUID> everybody = new LinkedHashSet<>();
            everybody.add(personId);
            everybody.addAll(others);
            known = new HashMap<>(people.termsOf(everybody));
            together = companions.of(everybody);
            Map<UUID, Set<UUID>> declined =
                    roster.declined(everybody, clock.instant().minus(REST));
            held = interests.of(everybody);
            holdings = held.stream()
                    .filter(counted)
                    .filter(holding ->
                            !declined.getOrDefault(holding.personId(), Set.of()).contains(holding.tagId()))
                    .toList();
            tagIds = holdings.stream().map(Holding::tagId).distinct().toList();
            holders = interests.holders(tagIds);
            tagNames = tags.byIds(tagIds);
            near = meaning.near(
                    personId,
                    holdings.stream()
                            .filter(holding -> holding.personId().equals(personId))
                            .map(Holding::tagId)
                            .toList());
            notMeant = near.isEmpty() ? Map.of() : interests.notMeant(everybody);
        }

        /** On which terms each of them meets others. */
        Map<UUID, Terms> terms() {
            return Collections.unmodifiableMap(known);
        }

        /** How others than the person hold what the person holds, by its tag. */
        Map<UUID, List<Stance>> shared() {
            Set<UUID> own = holdings.stream()
                    .filter(holding -> holding.personId().equals(personId))
                    .map(Holding::tagId)
                    .collect(Collectors.toSet());
            return holdings.stream()
                    .filter(holding -> !holding.personId().equals(personId) && own.contains(holding.tagId()))
                    .collect(Collectors.groupingBy(
                            Holding::tagId, Collectors.mapping(Holding::stance, Collectors.toList())));
        }

        /** From now on, the person meets others on these terms. */
        void suppose(Terms mine) {
            known.put(personId, mine);
        }

        /** The best group of the person and some of the others, if there is one that keeps every rule. */
        Optional<Proposal> group(FormationRules rules) {
            // a round learns who must not meet whom among those it would seat; the last one seats nobody whom it must
            // not
            while (true) {
                Optional<org.coterie.matching.Proposal> found = best(rules);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                List<UUID> seated = IntStream.of(found.get().members())
                        .mapToObj(persons::get)
                        .toList();
                seated.forEach(this::learnWhomTheyMustNotMeet);
                if (apart.stream().noneMatch(seated::containsAll)) {
                    return found.map(group -> proposal(group, rules));
                }
            }
        }

        private void learnWhomTheyMustNotMeet(UUID one) {
            if (asked.add(one)) {
                safety.apartFrom(one).forEach(other -> apart.add(Set.of(one, other)));
            }
        }

        private Optional<org.coterie.matching.Proposal> best(FormationRules rules) {
            var hash = new StableHash();
            var builder = Population.builder().totalPeople(Math.toIntExact(headcount.people()));
            Map<UUID, Integer> person = addPeople(builder);
            if (!person.containsKey(personId)) {
                return Optional.empty();
            }
            Map<UUID, Integer> tag = new HashMap<>();
            for (UUID id : tagIds) {
                int index = builder.tag(
                        hash.of(Objects.requireNonNull(tagNames.get(id)).name()));
                builder.holders(index, Math.toIntExact(holders.getOrDefault(id, 0L)));
                tag.put(id, index);
            }
            Senses.Look look = senses.look();
            near.forEach((one, others) -> others.forEach((other, confidence) -> {
                Integer mine = tag.get(one);
                Integer theirs = tag.get(other);
                if (mine != null && theirs != null) {
                    builder.near(mine, theirs, confidence);
                    holdings.stream()
                            .filter(holding -> holding.tagId().equals(other)
                                    && person.containsKey(holding.personId())
                                    && look.isOtherSense(holding.personId(), other, one))
                            .forEach(holding -> builder.otherSense(
                                    Objects.requireNonNull(person.get(holding.personId())), theirs, mine));
                }
            }));
            notMeant.forEach((who, tags) -> tags.forEach(not -> {
                Integer literal = person.get(who);
                Integer theirs = tag.get(not);
                if (literal != null && theirs != null) {
                    builder.notMeant(literal, theirs);
                }
            }));
            for (Holding holding : holdings) {
                Integer holder = person.get(holding.personId());
                if (holder != null) {
                    Registry.say(
                            builder,
                            holder,
                            Objects.requireNonNull(tag.get(holding.tagId())),
                            (float) holding.strengthNow(),
                            holding.stance(),
                            holding.matchOnly());
                }
            }
            for (Set<UUID> pair : apart) {
                int[] both = pair.stream()
                        .filter(person::containsKey)
                        .mapToInt(person::get)
                        .toArray();
                if (both.length == 2) {
                    builder.block(both[0], both[1]);
                }
            }
            return Newcomers.around(builder.build(), person.get(personId), rules);
        }

        private Map<UUID, Integer> addPeople(PopulationBuilder builder) {
            var roll = new Roll(builder, clock.instant());
            persons.clear();
            Map<UUID, Integer> person = new HashMap<>();
            known.forEach((id, terms) -> {
                person.put(id, roll.enter(terms));
                persons.add(id);
            });
            // what somebody has said no to, or holds for matching only, is theirs all the same
            held.forEach(holding -> Optional.ofNullable(person.get(holding.personId()))
                    .ifPresent(index -> roll.holds(index, holding.tagId())));
            together.forEach((one, others) -> others.forEach(other -> {
                if (person.containsKey(one) && person.containsKey(other)) {
                    roll.together(person.get(one), person.get(other));
                }
            }));
            // whose companion is not here comes to no group of these
            roll.close(
                    index -> known.keySet().containsAll(together.getOrDefault(persons.get(index), Set.of())) ? 1 : 0);
            return person;
        }

        private Proposal proposal(org.coterie.matching.Proposal group, FormationRules rules) {
            List<UUID> purpose =
                    IntStream.of(group.purpose()).mapToObj(tagIds::get).toList();
            int[] members = group.members();
            List<Seat> seats = IntStream.range(0, members.length)
                    .mapToObj(i -> seat(group, i, purpose))
                    .toList();
            Map<UUID, Set<UUID>> secrets = holdings.stream()
                    .filter(Holding::matchOnly)
                    .collect(Collectors.groupingBy(
                            Holding::personId, Collectors.mapping(Holding::tagId, Collectors.toSet())));
            Set<UUID> secret = seats.stream()
                    .flatMap(seat -> seat.because().stream()
                            .filter(reason -> secrets.getOrDefault(seat.personId(), Set.of())
                                    .contains(reason.held())))
                    .map(Reason::tagId)
                    .collect(Collectors.toSet());
            return new Charter(purpose, secret::contains).proposal(rules, null, seats);
        }

        private Seat seat(org.coterie.matching.Proposal group, int i, List<UUID> purpose) {
            double[] contributions = group.contributions(i);
            int[] held = group.heldFor(i);
            double[] confidences = group.confidences(i);
            return Charter.seat(persons.get(group.members()[i]), contributions, t -> {
                UUID tag = purpose.get(t);
                return Charter.reason(
                        tag, contributions[t], holders.getOrDefault(tag, 0L), tagIds.get(held[t]), confidences[t]);
            });
        }
    }
}

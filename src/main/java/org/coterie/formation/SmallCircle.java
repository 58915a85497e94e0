package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coterie.groups.Proposal;
import org.coterie.groups.Seat;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Newcomers;
import org.coterie.matching.Population;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.coterie.safety.Safety;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;

/** A few people out of all, with everything true of them that the core needs to know: enough to find one group. */
@ApplicationScoped
class SmallCircle {

    private final People people;
    private final Tags tags;
    private final Interests interests;
    private final Safety safety;
    private final Headcount headcount;
    private final Clock clock;

    SmallCircle(People people, Tags tags, Interests interests, Safety safety, Headcount headcount, Clock clock) {
        this.people = people;
        this.tags = tags;
        this.interests = interests;
        this.safety = safety;
        this.headcount = headcount;
        this.clock = clock;
    }

    /** The best group of this person and some of the others, if there is one that keeps every rule. */
    Optional<Proposal> around(UUID personId, Collection<UUID> others, FormationRules rules) {
        Set<UUID> everybody = new LinkedHashSet<>();
        everybody.add(personId);
        everybody.addAll(others);
        var facts = new Facts(everybody);
        Set<Set<UUID>> apart = new HashSet<>();
        // a round learns who must not meet whom among those it would seat; the last one seats nobody whom it must not
        while (true) {
            Optional<org.coterie.matching.Proposal> found = facts.best(personId, apart, rules);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            List<UUID> seated =
                    IntStream.of(found.get().members()).mapToObj(facts::person).toList();
            boolean allMayMeet = true;
            for (UUID one : seated) {
                for (UUID other : safety.apartFrom(one)) {
                    apart.add(Set.of(one, other));
                    allMayMeet &= !seated.contains(other);
                }
            }
            if (allMayMeet) {
                return found.map(group -> facts.proposal(group, rules));
            }
        }
    }

    /** What is read once about everybody in the circle, four queries for all of them together. */
    private final class Facts {

        private final Map<UUID, Terms> known;
        private final List<Holding> holdings;
        private final Map<UUID, Long> holders;
        private final Map<UUID, KnownTag> tagNames;
        private final List<UUID> persons = new ArrayList<>();
        private final List<UUID> tagIds;

        Facts(Set<UUID> everybody) {
            known = people.termsOf(everybody);
            holdings = interests.of(everybody);
            tagIds = holdings.stream().map(Holding::tagId).distinct().toList();
            holders = interests.holders(tagIds);
            tagNames = tags.byIds(tagIds);
        }

        UUID person(int index) {
            return persons.get(index);
        }

        Optional<org.coterie.matching.Proposal> best(UUID personId, Set<Set<UUID>> apart, FormationRules rules) {
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
            for (Holding holding : holdings) {
                Integer holder = person.get(holding.personId());
                if (holder != null) {
                    builder.interest(
                            holder,
                            Objects.requireNonNull(tag.get(holding.tagId())),
                            (float) holding.strengthNow(),
                            Registry.matching(holding.stance()));
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

        private Map<UUID, Integer> addPeople(Population.Builder builder) {
            var roll = new Roll(builder, clock.instant());
            persons.clear();
            Map<UUID, Integer> person = new HashMap<>();
            known.forEach((id, terms) -> {
                person.put(id, roll.enter(terms));
                persons.add(id);
            });
            roll.close(anybody -> 1);
            return person;
        }

        Proposal proposal(org.coterie.matching.Proposal group, FormationRules rules) {
            List<UUID> purpose =
                    IntStream.of(group.purpose()).mapToObj(tagIds::get).toList();
            int[] members = group.members();
            List<Seat> seats = IntStream.range(0, members.length)
                    .mapToObj(i -> Charter.seat(
                            person(members[i]), purpose, group.contributions(i), tag -> holders.getOrDefault(tag, 0L)))
                    .toList();
            Set<UUID> seated = seats.stream().map(Seat::personId).collect(Collectors.toSet());
            Set<UUID> secret = holdings.stream()
                    .filter(holding -> holding.matchOnly() && seated.contains(holding.personId()))
                    .map(Holding::tagId)
                    .collect(Collectors.toSet());
            return new Charter(purpose, tagNames, secret::contains).proposal(rules, null, seats);
        }
    }
}

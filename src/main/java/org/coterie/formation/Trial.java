package org.coterie.formation;

import java.time.Instant;
import java.util.ArrayList;
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
import org.coterie.groups.Proposal;
import org.coterie.groups.Reason;
import org.coterie.groups.Seat;
import org.coterie.interests.Holding;
import org.coterie.interests.Senses;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Newcomers;
import org.coterie.matching.Population;
import org.coterie.matching.PopulationBuilder;
import org.coterie.matching.PossibleGroup;
import org.coterie.people.Terms;

/** One look for a group of a person and some others, which the core finds among those it is told of. */
final class Trial {

    private final UUID personId;
    private final Circle.Known known;
    private final Set<Set<UUID>> apart;
    private final FormationRules rules;
    private final Senses senses;
    private final Instant now;
    private final List<UUID> tagIds;

    /** The people in the order in which the core is told of them. */
    private final List<UUID> persons = new ArrayList<>();

    /**
     * A look among these people.
     *
     * @param apart each two who are not to be in it together
     */
    Trial(UUID personId, Circle.Known known, Set<Set<UUID>> apart, FormationRules rules, Senses senses, Instant now) {
        this.personId = personId;
        this.known = known;
        this.apart = apart;
        this.rules = rules;
        this.senses = senses;
        this.now = now;
        tagIds = known.counted().stream().map(Holding::tagId).distinct().toList();
    }

    /** The best group, if there is one. */
    Optional<Proposal> group() {
        return found().map(this::proposal);
    }

    private Optional<PossibleGroup> found() {
        var hash = new StableHash();
        var builder = Population.builder().totalPeople(Math.toIntExact(known.people()));
        Map<UUID, Integer> person = addPeople(builder);
        if (!person.containsKey(personId)) {
            return Optional.empty();
        }
        Map<UUID, Integer> tag = new HashMap<>();
        for (UUID id : tagIds) {
            int index = builder.tag(
                    hash.of(Objects.requireNonNull(known.tags().get(id)).name()));
            builder.holders(index, Math.toIntExact(known.holders().getOrDefault(id, 0L)));
            tag.put(id, index);
        }
        Senses.Look look = senses.look();
        known.near()
                .forEach((one, others) -> others.forEach((other, confidence) -> {
                    Integer mine = tag.get(one);
                    Integer theirs = tag.get(other);
                    if (mine != null && theirs != null) {
                        builder.near(mine, theirs, confidence);
                        known.counted().stream()
                                .filter(holding -> holding.tagId().equals(other)
                                        && person.containsKey(holding.personId())
                                        && look.isOtherSense(holding.personId(), other, one))
                                .forEach(holding -> builder.otherSense(
                                        Objects.requireNonNull(person.get(holding.personId())), theirs, mine));
                    }
                }));
        known.notMeant()
                .forEach((who, tags) -> tags.forEach(not -> {
                    Integer literal = person.get(who);
                    Integer theirs = tag.get(not);
                    if (literal != null && theirs != null) {
                        builder.notMeant(literal, theirs);
                    }
                }));
        for (Holding holding : known.counted()) {
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
        apart.forEach(pair -> {
            int[] both = pair.stream()
                    .filter(person::containsKey)
                    .mapToInt(person::get)
                    .toArray();
            if (both.length == 2) {
                builder.block(both[0], both[1]);
            }
        });
        return Newcomers.around(builder.build(), person.get(personId), rules);
    }

    private Map<UUID, Integer> addPeople(PopulationBuilder builder) {
        var roll = new Roll(builder, now);
        Map<UUID, Integer> person = new HashMap<>();
        known.terms().forEach((id, terms) -> {
            person.put(id, roll.enter(terms));
            persons.add(id);
        });
        // what somebody has said no to, or holds for matching only, is theirs all the same
        known.held()
                .forEach(holding -> Optional.ofNullable(person.get(holding.personId()))
                        .ifPresent(index -> roll.holds(index, holding.tagId())));
        known.together()
                .forEach((one, others) -> others.forEach(other -> {
                    if (person.containsKey(one) && person.containsKey(other)) {
                        roll.together(person.get(one), person.get(other));
                    }
                }));
        // whose companion is not here comes to no group of these
        roll.close(index ->
                known.terms().keySet().containsAll(known.together().getOrDefault(persons.get(index), Set.of()))
                        ? 1
                        : 0);
        return person;
    }

    private Proposal proposal(PossibleGroup group) {
        List<UUID> purpose = IntStream.of(group.purpose()).mapToObj(tagIds::get).toList();
        int[] members = group.members();
        List<Seat> seats = IntStream.range(0, members.length)
                .mapToObj(i -> seat(group, i, purpose))
                .toList();
        Map<UUID, Set<UUID>> secrets = known.counted().stream()
                .filter(Holding::matchOnly)
                .collect(Collectors.groupingBy(
                        Holding::personId, Collectors.mapping(Holding::tagId, Collectors.toSet())));
        Set<UUID> secret = seats.stream()
                .flatMap(seat -> seat.because().stream()
                        .filter(reason ->
                                secrets.getOrDefault(seat.personId(), Set.of()).contains(reason.held())))
                .map(Reason::tagId)
                .collect(Collectors.toSet());
        List<Terms> seated = seats.stream()
                .flatMap(one -> Stream.ofNullable(known.terms().get(one.personId())))
                .toList();
        return new Charter(purpose, secret::contains).proposal(rules, Terms.mostWanted(seated), null, seats);
    }

    private Seat seat(PossibleGroup group, int i, List<UUID> purpose) {
        double[] contributions = group.contributions(i);
        int[] held = group.heldFor(i);
        double[] confidences = group.confidences(i);
        return Charter.seat(persons.get(group.members()[i]), contributions, t -> {
            UUID tag = purpose.get(t);
            return Charter.reason(
                    tag, contributions[t], known.holders().getOrDefault(tag, 0L), tagIds.get(held[t]), confidences[t]);
        });
    }
}

package org.coterie.formation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.groups.Proposal;
import org.coterie.groups.Reason;
import org.coterie.groups.Seat;
import org.coterie.interests.Holding;
import org.coterie.interests.Senses;
import org.coterie.interests.Stance;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Newcomers;
import org.coterie.matching.Population;
import org.coterie.matching.PopulationBuilder;
import org.coterie.matching.PossibleGroup;
import org.coterie.people.Terms;
import org.coterie.safety.Safety;
import org.coterie.tags.KnownTag;

/** A person and a few others, among whom one group is looked for; on other terms as well, and with others besides. */
final class Circle {

    /**
     * What is read once about everybody in the circle.
     *
     * @param held what matches right now
     * @param counted what of it they may be asked into a group for
     * @param rest with whom they are not asked for the same again
     * @param holders how many people hold each tag of these
     * @param near what is near to the person's tags
     */
    record Known(
            Map<UUID, Terms> terms,
            Map<UUID, Set<UUID>> together,
            List<Holding> held,
            List<Holding> counted,
            Rest rest,
            Map<UUID, Long> holders,
            Map<UUID, KnownTag> tags,
            Map<UUID, Map<UUID, Double>> near,
            Map<UUID, Set<UUID>> notMeant,
            long people) {}

    private final UUID personId;
    private final FormationRules rules;
    private final Safety safety;
    private final Senses senses;
    private final Instant now;
    private final Set<UUID> asked = new HashSet<>();
    private final Set<Set<UUID>> apart = new HashSet<>();
    private final Map<UUID, Set<UUID>> together;
    private Set<UUID> without = Set.of();
    private final Map<UUID, Terms> known;
    private final List<Holding> held;
    private final List<Holding> holdings;
    private final Rest rest;
    private final Map<UUID, Long> holders;
    private final Map<UUID, KnownTag> tagNames;
    private final Map<UUID, Map<UUID, Double>> near;
    private final Map<UUID, Set<UUID>> notMeant;
    private final long people;
    private final List<UUID> persons = new ArrayList<>();
    private final List<UUID> tagIds;

    Circle(UUID personId, Known read, FormationRules rules, Safety safety, Senses senses, Instant now) {
        this.personId = personId;
        this.rules = rules;
        this.safety = safety;
        this.senses = senses;
        this.now = now;
        known = new HashMap<>(read.terms);
        together = read.together;
        held = new ArrayList<>(read.held);
        holdings = new ArrayList<>(read.counted);
        rest = read.rest;
        holders = read.holders;
        tagNames = read.tags;
        near = read.near;
        notMeant = read.notMeant;
        people = read.people;
        tagIds = holdings.stream().map(Holding::tagId).distinct().toList();
    }

    /** On which terms each of them meets others. */
    Map<UUID, Terms> terms() {
        return Collections.unmodifiableMap(known);
    }

    /** How others than the person, who may be asked into a group with them about it, hold what the person holds, by its tag. */
    Map<UUID, List<Stance>> shared() {
        Set<UUID> own = holdings.stream()
                .filter(holding -> holding.personId().equals(personId))
                .map(Holding::tagId)
                .collect(Collectors.toSet());
        return holdings.stream()
                .filter(holding -> own.contains(holding.tagId()) && isCompany(holding))
                .collect(Collectors.groupingBy(
                        Holding::tagId, Collectors.mapping(Holding::stance, Collectors.toList())));
    }

    /** The same of the person. */
    Terms ownTerms() {
        return Objects.requireNonNull(known.get(personId));
    }

    /** Whether the person could be asked into a group about a tag: they hold it, and have not lately said no to it. */
    boolean isWaitedFor(UUID tag) {
        return holdings.stream()
                .anyMatch(holding ->
                        holding.personId().equals(personId) && holding.tagId().equals(tag));
    }

    /** How others hold a tag who could be asked into a group about it with the person. */
    List<Holding> othersWith(UUID tag) {
        return holdings.stream()
                .filter(holding -> holding.tagId().equals(tag) && isCompany(holding))
                .toList();
    }

    private boolean isCompany(Holding theirs) {
        return !theirs.personId().equals(personId) && !rest.haveParted(personId, theirs.personId(), theirs.tagId());
    }

    /** Whether anybody looks for what a tag is about. */
    boolean isSought(UUID tag) {
        return holdings.stream().anyMatch(holding -> holding.tagId().equals(tag) && holding.stance() == Stance.SEEK);
    }

    /** Whether there would be a group if there were these newcomers, who hold a tag and are ready for anything. */
    boolean isCompletedBy(UUID tag, List<Stance> newcomers) {
        List<Holding> said = IntStream.range(0, newcomers.size())
                .mapToObj(i -> new Holding(new UUID(0, i), tag, newcomers.get(i), 1, false))
                .toList();
        held.addAll(said);
        holdings.addAll(said);
        said.forEach(holding -> known.put(holding.personId(), Terms.none(holding.personId())));
        boolean isComplete = group().isPresent();
        said.forEach(holding -> known.remove(holding.personId()));
        holdings.removeAll(said);
        held.removeAll(said);
        return isComplete;
    }

    /** From now on, the person meets others on these terms. */
    void suppose(Terms mine) {
        known.put(personId, mine);
    }

    /** From now on, the person comes without these, and with whom they come else. */
    void comeWithout(Set<UUID> companions) {
        without = companions;
    }

    private Set<UUID> companionsOf(UUID one) {
        Set<UUID> companions = new HashSet<>(together.getOrDefault(one, Set.of()));
        if (one.equals(personId)) {
            companions.removeAll(without);
        } else if (without.contains(one)) {
            companions.remove(personId);
        }
        return companions;
    }

    /** The best group of the person and some of the others, if there is one that keeps every rule. */
    Optional<Proposal> group() {
        Optional<Proposal> group = group(rest.parted(), holding -> true);
        // who is not to have the same again may still have something else together
        return group.isPresent() || rest.parted().isEmpty() ? group : group(Set.of(), holding -> !hasLeft(holding));
    }

    /** Whether somebody holds what they have left with others of these, or what is near to it. */
    private boolean hasLeft(Holding holding) {
        UUID tag = holding.tagId();
        Set<UUID> alike = near.getOrDefault(tag, Map.of()).keySet();
        return rest.left(holding.personId()).stream()
                .anyMatch(left -> left.equals(tag)
                        || alike.contains(left)
                        || near.getOrDefault(left, Map.of()).containsKey(tag));
    }

    private Optional<Proposal> group(Set<Set<UUID>> parted, Predicate<Holding> counts) {
        // a round learns who must not meet whom among those it would seat; the last one seats nobody whom it must
        // not
        while (true) {
            Optional<PossibleGroup> found = best(parted, counts);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            List<UUID> seated =
                    IntStream.of(found.get().members()).mapToObj(persons::get).toList();
            seated.forEach(this::learnWhomTheyMustNotMeet);
            if (apart.stream().noneMatch(seated::containsAll)) {
                return found.map(this::proposal);
            }
        }
    }

    private void learnWhomTheyMustNotMeet(UUID one) {
        if (asked.add(one)) {
            safety.apartFrom(one).forEach(other -> apart.add(Set.of(one, other)));
        }
    }

    private Optional<PossibleGroup> best(Set<Set<UUID>> parted, Predicate<Holding> counts) {
        var hash = new StableHash();
        var builder = Population.builder().totalPeople(Math.toIntExact(people));
        Map<UUID, Integer> person = addPeople(builder);
        if (!person.containsKey(personId)) {
            return Optional.empty();
        }
        Map<UUID, Integer> tag = new HashMap<>();
        for (UUID id : tagIds) {
            int index =
                    builder.tag(hash.of(Objects.requireNonNull(tagNames.get(id)).name()));
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
            if (holder != null && counts.test(holding)) {
                Registry.say(
                        builder,
                        holder,
                        Objects.requireNonNull(tag.get(holding.tagId())),
                        (float) holding.strengthNow(),
                        holding.stance(),
                        holding.matchOnly());
            }
        }
        Stream.concat(apart.stream(), parted.stream()).forEach(pair -> {
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
        persons.clear();
        Map<UUID, Integer> person = new HashMap<>();
        known.forEach((id, terms) -> {
            person.put(id, roll.enter(terms));
            persons.add(id);
        });
        // what somebody has said no to, or holds for matching only, is theirs all the same
        held.forEach(holding -> Optional.ofNullable(person.get(holding.personId()))
                .ifPresent(index -> roll.holds(index, holding.tagId())));
        together.keySet()
                .forEach(one -> companionsOf(one).forEach(other -> {
                    if (person.containsKey(one) && person.containsKey(other)) {
                        roll.together(person.get(one), person.get(other));
                    }
                }));
        // whose companion is not here comes to no group of these
        roll.close(index -> known.keySet().containsAll(companionsOf(persons.get(index))) ? 1 : 0);
        return person;
    }

    private Proposal proposal(PossibleGroup group) {
        List<UUID> purpose = IntStream.of(group.purpose()).mapToObj(tagIds::get).toList();
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
                        .filter(reason ->
                                secrets.getOrDefault(seat.personId(), Set.of()).contains(reason.held())))
                .map(Reason::tagId)
                .collect(Collectors.toSet());
        List<Terms> seated = seats.stream()
                .flatMap(one -> Stream.ofNullable(known.get(one.personId())))
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
                    tag, contributions[t], holders.getOrDefault(tag, 0L), tagIds.get(held[t]), confidences[t]);
        });
    }
}

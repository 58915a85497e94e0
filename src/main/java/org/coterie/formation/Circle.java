package org.coterie.formation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coterie.groups.Proposal;
import org.coterie.groups.PurposeTag;
import org.coterie.groups.Seat;
import org.coterie.interests.Holding;
import org.coterie.interests.Senses;
import org.coterie.interests.Stance;
import org.coterie.matching.FormationRules;
import org.coterie.people.Terms;
import org.coterie.problem.Problem;
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
    private final Known read;
    private final FormationRules rules;
    private final Safety safety;
    private final Senses senses;
    private final Instant now;
    private final Set<UUID> asked = new HashSet<>();
    private final Set<Set<UUID>> apart = new HashSet<>();
    private final Map<UUID, Terms> terms;
    private final List<Holding> held;
    private final List<Holding> counted;
    private final Rest rest;
    private Set<UUID> without = Set.of();

    Circle(UUID personId, Known read, FormationRules rules, Safety safety, Senses senses, Instant now) {
        this.personId = personId;
        this.read = read;
        this.rules = rules;
        this.safety = safety;
        this.senses = senses;
        this.now = now;
        terms = new HashMap<>(read.terms);
        held = new ArrayList<>(read.held);
        counted = new ArrayList<>(read.counted);
        rest = read.rest;
    }

    /** On which terms each of them meets others. */
    Map<UUID, Terms> terms() {
        return Collections.unmodifiableMap(terms);
    }

    /** How others than the person, who may be asked into a group with them about it, hold what the person holds, by its tag. */
    Map<UUID, List<Stance>> shared() {
        Set<UUID> own = counted.stream()
                .filter(holding -> holding.personId().equals(personId))
                .map(Holding::tagId)
                .collect(Collectors.toSet());
        return counted.stream()
                .filter(holding -> own.contains(holding.tagId()) && isCompany(holding))
                .collect(Collectors.groupingBy(
                        Holding::tagId, Collectors.mapping(Holding::stance, Collectors.toList())));
    }

    /**
     * The same of the person.
     *
     * @throws Problem UNKNOWN where they have left meanwhile
     */
    Terms ownTerms() {
        Terms own = terms.get(personId);
        if (own == null) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown-person.you");
        }
        return own;
    }

    /** Whether the person could be asked into a group about a tag: they hold it, and have not lately said no to it. */
    boolean isWaitedFor(UUID tag) {
        return counted.stream()
                .anyMatch(holding ->
                        holding.personId().equals(personId) && holding.tagId().equals(tag));
    }

    /** How others hold a tag who could be asked into a group about it with the person. */
    List<Holding> othersWith(UUID tag) {
        return counted.stream()
                .filter(holding -> holding.tagId().equals(tag) && isCompany(holding))
                .toList();
    }

    private boolean isCompany(Holding theirs) {
        return !theirs.personId().equals(personId) && !rest.haveParted(personId, theirs.personId(), theirs.tagId());
    }

    /** Whether anybody looks for what a tag is about. */
    boolean isSought(UUID tag) {
        return counted.stream().anyMatch(holding -> holding.tagId().equals(tag) && holding.stance() == Stance.SEEK);
    }

    /** Whether there would be a group if there were these newcomers, who hold a tag and are ready for anything. */
    boolean isCompletedBy(UUID tag, List<Stance> newcomers) {
        List<Holding> said = IntStream.range(0, newcomers.size())
                .mapToObj(i -> new Holding(new UUID(0, i), tag, newcomers.get(i), 1, false))
                .toList();
        held.addAll(said);
        counted.addAll(said);
        said.forEach(holding -> terms.put(holding.personId(), Terms.none(holding.personId())));
        boolean isComplete = group().isPresent();
        said.forEach(holding -> terms.remove(holding.personId()));
        counted.removeAll(said);
        held.removeAll(said);
        return isComplete;
    }

    /** From now on, the person meets others on these terms. */
    void suppose(Terms mine) {
        terms.put(personId, mine);
    }

    /** From now on, the person comes without these, and with whom they come else. */
    void comeWithout(Set<UUID> companions) {
        without = companions;
    }

    /** Who comes only together with whom, as supposed. */
    private Map<UUID, Set<UUID>> together() {
        Map<UUID, Set<UUID>> together = new HashMap<>();
        read.together.forEach((one, others) -> together.put(
                one,
                others.stream()
                        .filter(other -> !(one.equals(personId) && without.contains(other)))
                        .filter(other -> !(other.equals(personId) && without.contains(one)))
                        .collect(Collectors.toSet())));
        return together;
    }

    /** The best group of the person and some of the others, if there is one that keeps every rule. */
    Optional<Proposal> group() {
        Optional<Proposal> group = group(rest.parted(), holding -> true);
        if (group.isPresent() || rest.parted().isEmpty()) {
            return group;
        }
        // who is not to have the same again may still have something else together
        group = group(Set.of(), holding -> !hasLeft(holding));
        for (UUID tag : group.isPresent() ? Set.<UUID>of() : leftByAny()) {
            // and those who have not left this with each other may have it, whatever else they have left
            group = group(
                    rest.partedOver(left -> isAlike(left, tag)),
                    holding -> isAlike(holding.tagId(), tag) || !hasLeft(holding));
            if (group.isPresent()) {
                return group;
            }
        }
        return group;
    }

    /** What the person holds that any two have left, or what is near to it. */
    private Set<UUID> leftByAny() {
        return counted.stream()
                .filter(holding -> holding.personId().equals(personId))
                .map(Holding::tagId)
                .filter(tag -> !rest.partedOver(left -> isAlike(left, tag)).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether somebody holds what they have left with others of these, or what is near to it. */
    private boolean hasLeft(Holding holding) {
        return rest.left(holding.personId()).stream().anyMatch(left -> isAlike(left, holding.tagId()));
    }

    private boolean isAlike(UUID one, UUID other) {
        return one.equals(other)
                || read.near.getOrDefault(one, Map.of()).containsKey(other)
                || read.near.getOrDefault(other, Map.of()).containsKey(one);
    }

    private Optional<Proposal> group(Set<Set<UUID>> parted, Predicate<Holding> counts) {
        // a trial learns who must not meet whom, and who has said no to what, among those it would seat; the last one
        // seats nobody whom it must not
        Predicate<Holding> asked = counts;
        while (true) {
            Optional<Proposal> found = trial(parted, asked).group();
            if (found.isEmpty()) {
                return found;
            }
            List<UUID> seated = found.get().seats().stream().map(Seat::personId).toList();
            seated.forEach(this::learnWhomTheyMustNotMeet);
            Optional<Predicate<Holding>> others = withoutDeclined(found.get());
            if (others.isEmpty() && apart.stream().noneMatch(seated::containsAll)) {
                return found;
            }
            asked = others.map(asked::and).orElse(asked);
        }
    }

    /**
     * What counts, of all, where somebody would be asked for what they have said no to since the others share it as well: not that
     * tag where it is the person, and nothing of theirs where it is another.
     */
    private Optional<Predicate<Holding>> withoutDeclined(Proposal group) {
        for (Seat seat : group.seats()) {
            for (PurposeTag part : group.purpose()) {
                if (rest.isDeclined(seat.personId(), part.tagId())) {
                    return Optional.of(
                            seat.personId().equals(personId)
                                    ? holding -> !holding.tagId().equals(part.tagId())
                                    : holding -> !holding.personId().equals(seat.personId()));
                }
            }
        }
        return Optional.empty();
    }

    private Trial trial(Set<Set<UUID>> parted, Predicate<Holding> counts) {
        var supposed = new Known(
                terms,
                together(),
                held,
                counted.stream().filter(counts).toList(),
                rest,
                read.holders,
                read.tags,
                read.near,
                read.notMeant,
                read.people);
        Set<Set<UUID>> kept = new HashSet<>(apart);
        kept.addAll(parted);
        return new Trial(personId, supposed, kept, rules, senses, now);
    }

    private void learnWhomTheyMustNotMeet(UUID one) {
        if (asked.add(one)) {
            safety.apartFrom(one).forEach(other -> apart.add(Set.of(one, other)));
        }
    }
}

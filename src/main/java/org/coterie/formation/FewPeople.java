package org.coterie.formation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.groups.Frame;
import org.coterie.interests.Stance;
import org.coterie.matching.Company;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Population;
import org.coterie.people.Kindred;
import org.coterie.people.Terms;

/**
 * A few people as the core knows them: on which terms they meet others, and how they hold what any of them needs others to
 * hold. Whoever is not among them counts for nothing.
 */
final class FewPeople {

    /** How somebody holds a tag. */
    record Holder(UUID personId, UUID tagId, Stance stance) {}

    /** Who of some people holds which of some tags. */
    @FunctionalInterface
    interface Holders {

        Stream<Holder> of(Set<UUID> people, Set<UUID> tags);
    }

    /** The number of each person, and of each tag that somebody seeks. */
    private final Map<UUID, Integer> entered = new HashMap<>();

    private final Map<UUID, Integer> tags = new HashMap<>();
    private final Population people;
    private final int usualHours;

    /** The same people by how many hours they are to have in common. */
    private final Map<Integer, Company> companies = new HashMap<>();

    /**
     * These people.
     *
     * @param sought what it may matter that somebody offers
     * @param usualHours how many hours they are likely to be asked to have in common
     */
    FewPeople(Map<UUID, Terms> everybody, Set<UUID> sought, Holders holders, int usualHours, Instant now) {
        this.usualHours = usualHours;
        var population = Population.builder();
        var roll = new Roll(population, now);
        // nothing is to be ordered here, so that names need not be hashed
        everybody.forEach((id, terms) -> entered.put(id, roll.enter(terms, entered.size())));
        noteKindred(roll, everybody, holders);
        sought.forEach(tag -> tags.put(tag, population.tag(tags.size())));
        (sought.isEmpty() ? Stream.<Holder>empty() : holders.of(entered.keySet(), sought))
                .forEach(one -> Registry.say(
                        population,
                        Objects.requireNonNull(entered.get(one.personId)),
                        Objects.requireNonNull(tags.get(one.tagId)),
                        1,
                        one.stance,
                        false));
        roll.close(anybody -> 1);
        people = population.build();
    }

    /** Says who of them holds what any of them does not want to be the only one with. */
    private void noteKindred(Roll roll, Map<UUID, Terms> everybody, Holders holders) {
        Set<UUID> kinds = everybody.values().stream()
                .flatMap(terms -> terms.notTheOnlyOneWith().stream())
                .map(Kindred::tagId)
                .collect(Collectors.toSet());
        if (!kinds.isEmpty()) {
            holders.of(entered.keySet(), kinds)
                    .forEach(one -> roll.holds(Objects.requireNonNull(entered.get(one.personId)), one.tagId));
        }
    }

    private Company company(int commonHours) {
        return companies.computeIfAbsent(commonHours, hours -> new Company(people, hours));
    }

    /** Where it does not matter how many hours they have in common. */
    private Company anyCompany() {
        return companies.isEmpty()
                ? company(usualHours)
                : companies.values().iterator().next();
    }

    boolean include(UUID one) {
        return entered.containsKey(one);
    }

    /** Whether what somebody seeks of what a group is about is offered by one of the others. */
    boolean answer(UUID one, Set<UUID> circle, Frame group) {
        Integer index = entered.get(one);
        int[] sought = group.tags().stream()
                .filter(tags::containsKey)
                .mapToInt(tags::get)
                .toArray();
        return sought.length == 0 || (index != null && anyCompany().answers(sought, index, others(one, circle)));
    }

    /** Whether somebody has beside them whom they do not want to be without. */
    boolean accompany(UUID one, Set<UUID> circle) {
        Integer index = entered.get(one);
        return index != null && anyCompany().accompanies(index, others(one, circle));
    }

    /** Both: whether somebody has beside them whom they need, but for whom they come only together with. */
    boolean finds(UUID one, Set<UUID> circle, Frame group) {
        return accompany(one, circle) && answer(one, circle, group);
    }

    /**
     * Who of those who are invited suits those who have come no more, or lacks somebody by now, and whom they leave alone by
     * that.
     *
     * @param circle all of them
     * @param companions who comes only together with whom; asked only where somebody is lost anyway, since whoever lacks a
     *     companion else is invited no longer
     */
    Set<UUID> inVain(
            Set<UUID> circle,
            Set<UUID> come,
            Set<UUID> invited,
            Frame group,
            int commonHours,
            Function<Set<UUID>, Map<UUID, Set<UUID>>> companions) {
        Predicate<UUID> suits = one -> meet(one, come, group, commonHours);
        if (invited.stream().allMatch(one -> suits.test(one) && finds(one, circle, group))) {
            return Set.of();
        }
        Map<UUID, Set<UUID>> together = companions.apply(invited);
        Set<UUID> company = new HashSet<>(circle);
        Set<UUID> waiting = new HashSet<>(invited);
        Set<UUID> lost;
        do {
            lost = waiting.stream()
                    .filter(one -> !suits.test(one)
                            || !finds(one, company, group)
                            || !company.containsAll(together.getOrDefault(one, Set.of())))
                    .collect(Collectors.toSet());
            waiting.removeAll(lost);
            company.removeAll(lost);
        } while (!lost.isEmpty());
        Set<UUID> inVain = new HashSet<>(invited);
        inVain.removeAll(waiting);
        return inVain;
    }

    /** Whether somebody can sit with all of these, with so many hours in common, in a group of this size. */
    boolean meet(UUID one, Set<UUID> circle, Frame group, int commonHours) {
        return meet(one, others(one, circle), group.minSize(), group.maxSize(), commonHours);
    }

    /** Whether two of them could be in any group together. */
    boolean meet(UUID one, UUID other, int commonHours) {
        return include(other) && meet(one, others(one, Set.of(other)), 1, FormationRules.LARGEST_GROUP, commonHours);
    }

    private boolean meet(UUID one, int[] others, int fewest, int places, int commonHours) {
        Integer index = entered.get(one);
        return index != null
                && company(commonHours).admits(index, others)
                && company(commonHours).canBecomeLargeEnough(fewest, places, index, others);
    }

    private int[] others(UUID one, Set<UUID> circle) {
        return circle.stream()
                .filter(other -> !other.equals(one))
                .filter(entered::containsKey)
                .mapToInt(entered::get)
                .toArray();
    }
}

package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.groups.Fellowship;
import org.coterie.interests.Interests;
import org.coterie.matching.Company;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Population;
import org.coterie.people.Directory;
import org.coterie.people.Kindred;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Who can sit with whom on the terms of all of them, which the core decides as it does in a formation. Who must not meet is
 * for {@code safety} to say.
 */
@ApplicationScoped
class Compatibility implements Fellowship {

    private final Directory directory;
    private final People people;
    private final Interests interests;
    private final FormationConfig config;
    private final Clock clock;

    Compatibility(Directory directory, People people, Interests interests, FormationConfig config, Clock clock) {
        this.directory = directory;
        this.people = people;
        this.interests = interests;
        this.config = config;
        this.clock = clock;
    }

    /** Circles of people that somebody may fit into. */
    interface Circles {

        /**
         * Whether the person can sit with all of them, and finds whom they need.
         *
         * @param others whoever has left counts for nothing, nor does the person
         * @param places how many people may be in the circle
         */
        boolean admit(Set<UUID> others, int places);

        /** Whether the person and this other one could be in any circle together. */
        boolean admit(UUID other);

        /** Whether the person finds among them whom they need. */
        boolean accompany(Set<UUID> others);
    }

    /**
     * Which of these circles of people the person fits into, from memory.
     *
     * @param others everybody in any of them
     */
    Circles circlesFor(UUID person, Collection<UUID> others) {
        return circlesFor(person, directory.termsOf(with(person, others)));
    }

    /** The same where everybody's terms are known; the person's are among them. */
    Circles circlesFor(UUID person, Map<UUID, Terms> everybody) {
        return circles(
                person,
                everybody,
                (people, tags) ->
                        interests.of(people, tags).stream().map(held -> new Holder(held.personId(), held.tagId())));
    }

    /** The same from the database, for whoever decides. */
    private Circles circlesToday(UUID person, Set<UUID> others) {
        return circles(
                person,
                people.termsOf(with(person, others)),
                (people, tags) -> interests.statements(people, tags).stream()
                        .map(said -> new Holder(said.personId(), said.tagId())));
    }

    private static Set<UUID> with(UUID person, Collection<UUID> others) {
        Set<UUID> everybody = new HashSet<>(others);
        everybody.add(person);
        return everybody;
    }

    private record Holder(UUID personId, UUID tagId) {}

    /** Who of some people holds which of some tags. */
    @FunctionalInterface
    private interface Holders {

        Stream<Holder> of(Set<UUID> people, Set<UUID> tags);
    }

    private Circles circles(UUID person, Map<UUID, Terms> everybody, Holders holders) {
        var population = Population.builder();
        var roll = new Roll(population, clock.instant());
        Map<UUID, Integer> entered = new HashMap<>();
        everybody.forEach((id, terms) -> entered.put(id, roll.enter(terms)));
        noteKindred(roll, everybody.get(person), entered, holders);
        roll.close(anybody -> 1);
        var company = new Company(population.build(), config.commonHours());
        return new Circles() {

            private final @Nullable Integer index = entered.get(person);

            @Override
            public boolean admit(Set<UUID> circle, int places) {
                return meets(circle, places) && accompany(circle);
            }

            @Override
            public boolean admit(UUID other) {
                return meets(Set.of(other), FormationRules.LARGEST_GROUP);
            }

            @Override
            public boolean accompany(Set<UUID> circle) {
                return index != null && company.accompanies(index, others(circle));
            }

            private boolean meets(Set<UUID> circle, int places) {
                int[] others = others(circle);
                return index != null
                        && company.admits(index, others)
                        && company.canBecomeLargeEnough(places, index, others);
            }

            private int[] others(Set<UUID> circle) {
                return circle.stream()
                        .filter(other -> !other.equals(person))
                        .filter(entered::containsKey)
                        .mapToInt(entered::get)
                        .toArray();
            }
        };
    }

    /** Says who of them holds what the person does not want to be the only one with; others need not be asked about. */
    private static void noteKindred(Roll roll, @Nullable Terms terms, Map<UUID, Integer> entered, Holders holders) {
        if (terms != null && !terms.notTheOnlyOneWith().isEmpty()) {
            Set<UUID> tags =
                    terms.notTheOnlyOneWith().stream().map(Kindred::tagId).collect(Collectors.toSet());
            holders.of(entered.keySet(), tags)
                    .forEach(one -> roll.holds(Objects.requireNonNull(entered.get(one.personId)), one.tagId));
        }
    }

    @Override
    public boolean admits(UUID personId, Set<UUID> members, int places) {
        return circlesToday(personId, members).admit(members, places);
    }

    @Override
    public boolean accompanies(UUID personId, Set<UUID> members) {
        Terms terms = people.termsOf(Set.of(personId)).get(personId);
        return terms == null
                || terms.notTheOnlyOneWith().isEmpty()
                || circlesToday(personId, members).accompany(members);
    }
}

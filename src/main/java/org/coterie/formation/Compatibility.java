package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.groups.Fellowship;
import org.coterie.matching.Company;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Population;
import org.coterie.people.People;
import org.coterie.people.Terms;

/**
 * Who can sit with whom on the terms of all of them, which the core decides as it does in a formation. Who must not meet is
 * for {@code safety} to say.
 */
@ApplicationScoped
class Compatibility implements Fellowship {

    private final People people;
    private final FormationConfig config;
    private final Clock clock;

    Compatibility(People people, FormationConfig config, Clock clock) {
        this.people = people;
        this.config = config;
        this.clock = clock;
    }

    /** Circles of people that somebody may fit into. */
    @FunctionalInterface
    interface Circles {

        /**
         * Whether the person can sit with all of them.
         *
         * @param others whoever has left counts for nothing, nor does the person
         * @param places how many people may be in the circle
         */
        boolean admit(Set<UUID> others, int places);

        /** Whether the person and this other one could be in any circle together. */
        default boolean admit(UUID other) {
            return admit(Set.of(other), FormationRules.LARGEST_GROUP);
        }
    }

    /**
     * Which of these circles of people the person fits into; one query for all of them.
     *
     * @param others everybody in any of them
     */
    Circles circlesFor(UUID person, Collection<UUID> others) {
        Set<UUID> everybody = new HashSet<>(others);
        everybody.add(person);
        return circlesFor(person, people.termsOf(everybody));
    }

    /** The same where everybody's terms are known; the person's are among them. */
    Circles circlesFor(UUID person, Map<UUID, Terms> everybody) {
        var population = Population.builder();
        var roll = new Roll(population, clock.instant());
        Map<UUID, Integer> entered = new HashMap<>();
        everybody.forEach((id, terms) -> entered.put(id, roll.enter(terms)));
        roll.close(anybody -> 1);
        var company = new Company(population.build(), config.commonHours());
        Integer index = entered.get(person);
        return (circle, places) -> {
            int[] others = circle.stream()
                    .filter(other -> !other.equals(person))
                    .filter(entered::containsKey)
                    .mapToInt(entered::get)
                    .toArray();
            return index != null
                    && company.admits(index, others)
                    && company.canBecomeLargeEnough(places, index, others);
        };
    }

    @Override
    public boolean admits(UUID personId, Set<UUID> members, int places) {
        return circlesFor(personId, members).admit(members, places);
    }
}

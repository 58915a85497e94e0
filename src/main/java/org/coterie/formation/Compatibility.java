package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.coterie.groups.Fellowship;
import org.coterie.matching.Company;
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

    /**
     * With which of these circles of people the person can sit; one query for all of them.
     *
     * @param others everybody in any of them; whoever has left counts for nothing
     */
    Predicate<Set<UUID>> circlesFor(UUID person, Collection<UUID> others) {
        Set<UUID> everybody = new HashSet<>(others);
        everybody.add(person);
        return circlesFor(person, people.termsOf(everybody));
    }

    /** The same where everybody's terms are known; the person's are among them. */
    Predicate<Set<UUID>> circlesFor(UUID person, Map<UUID, Terms> everybody) {
        var population = Population.builder();
        var roll = new Roll(population, clock.instant());
        Map<UUID, Integer> entered = new HashMap<>();
        everybody.forEach((id, terms) -> entered.put(id, roll.enter(terms)));
        roll.close(anybody -> 1);
        var company = new Company(population.build(), config.commonHours());
        Integer index = entered.get(person);
        return circle -> index != null
                && company.admits(
                        index,
                        circle.stream()
                                .filter(other -> !other.equals(person))
                                .filter(entered::containsKey)
                                .mapToInt(entered::get)
                                .toArray());
    }

    @Override
    public boolean admits(UUID personId, Set<UUID> members) {
        return circlesFor(personId, members).test(members);
    }
}

package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coterie.groups.Roster;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.interests.Senses;
import org.coterie.matching.FormationRules;
import org.coterie.people.Directory;
import org.coterie.people.People;
import org.coterie.safety.Companions;
import org.coterie.safety.Safety;
import org.coterie.tags.Tags;

/**
 * A few people out of all, with everything true of them that the core needs to know: enough to find one group. What somebody
 * has lately said no to is left out: they would be asked the same again; and so they are not together with those with whom
 * they have lately left a group.
 */
@ApplicationScoped
class SmallCircle {

    private final People people;
    private final Tags tags;
    private final Interests interests;
    private final Senses senses;
    private final Companions companions;
    private final Safety safety;
    private final Roster roster;
    private final Meaning meaning;
    private final Directory directory;
    private final FormationRules rules;
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
            Directory directory,
            FormationConfig config,
            Clock clock) {
        this.people = people;
        this.tags = tags;
        this.interests = interests;
        this.senses = senses;
        this.companions = companions;
        this.safety = safety;
        this.roster = roster;
        this.meaning = meaning;
        this.directory = directory;
        rules = new FormationRules(config.minSize(), config.maxSize(), 1, 1, config.commonHours());
        this.clock = clock;
    }

    /** This person and the others, read once. */
    Circle of(UUID personId, Collection<UUID> others) {
        return circle(personId, others, holding -> true);
    }

    /** The same, but nobody is found by what the others hold for matching only; it keeps out whom it keeps out all the same. */
    Circle openly(UUID personId, Collection<UUID> others) {
        return circle(
                personId,
                others,
                holding -> !holding.matchOnly() || holding.personId().equals(personId));
    }

    /** Six queries for all of them together. */
    private Circle circle(UUID personId, Collection<UUID> others, Predicate<Holding> counts) {
        Set<UUID> everybody = new LinkedHashSet<>();
        everybody.add(personId);
        everybody.addAll(others);
        var rest = new Rest(roster.goodbyes(everybody, clock.instant().minus(Rest.LENGTH)));
        List<Holding> held = interests.of(everybody);
        List<Holding> counted = held.stream()
                .filter(counts)
                .filter(holding -> !rest.isDeclined(holding.personId(), holding.tagId()))
                .toList();
        Set<UUID> tagIds = counted.stream().map(Holding::tagId).collect(Collectors.toSet());
        Map<UUID, Map<UUID, Double>> near = meaning.near(
                personId,
                counted.stream()
                        .filter(holding -> holding.personId().equals(personId))
                        .map(Holding::tagId)
                        .toList());
        var known = new Circle.Known(
                people.termsOf(everybody),
                companions.of(everybody),
                held,
                counted,
                rest,
                interests.holders(tagIds),
                tags.byIds(tagIds),
                near,
                near.isEmpty() ? Map.of() : interests.notMeant(everybody),
                directory.count());
        return new Circle(personId, known, rules, safety, senses, clock.instant());
    }
}

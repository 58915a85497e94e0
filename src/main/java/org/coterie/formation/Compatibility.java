package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.groups.Fellowship;
import org.coterie.groups.Frame;
import org.coterie.interests.Interests;
import org.coterie.interests.Stance;
import org.coterie.matching.Company;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Population;
import org.coterie.matching.PopulationBuilder;
import org.coterie.people.Directory;
import org.coterie.people.Kindred;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.coterie.safety.Companions;
import org.coterie.safety.Safety;

/**
 * Who can sit with whom on the terms of all of them, which the core decides as it does in a formation. Who must not meet the
 * person is for whoever asks to see to.
 */
@ApplicationScoped
class Compatibility implements Fellowship {

    private final Directory directory;
    private final People people;
    private final Interests interests;
    private final Companions companions;
    private final Safety safety;
    private final FormationConfig config;
    private final Clock clock;

    Compatibility(
            Directory directory,
            People people,
            Interests interests,
            Companions companions,
            Safety safety,
            FormationConfig config,
            Clock clock) {
        this.directory = directory;
        this.people = people;
        this.interests = interests;
        this.companions = companions;
        this.safety = safety;
        this.config = config;
        this.clock = clock;
    }

    /** Circles of people that somebody may fit into. */
    interface Circles {

        /**
         * Whether the person can sit with all of them, and whoever comes with them, and each finds whom they need, and the
         * person who offers what they seek.
         *
         * @param others whoever has left counts for nothing, nor does the person
         */
        boolean admit(Set<UUID> others, Frame group);

        /** Whether the person finds among them whom they need, and all their companions. */
        boolean accompany(Set<UUID> others);
    }

    /**
     * With whom of these people the person could be in any circle together.
     *
     * @param everybody on which terms they meet others, the person among them
     */
    Predicate<UUID> anyCircleWith(UUID person, Map<UUID, Terms> everybody) {
        Map<UUID, Integer> entered = new HashMap<>();
        var company = companyOf(everybody, entered, config.commonHours(), (population, roll) -> {});
        Integer index = entered.get(person);
        return other -> {
            Integer beside = entered.get(other);
            return index != null
                    && beside != null
                    && company.admits(index, beside)
                    && company.canBecomeLargeEnough(1, FormationRules.LARGEST_GROUP, index, beside);
        };
    }

    /** People by their terms, as the core knows them; notes the number of each. */
    private Company companyOf(
            Map<UUID, Terms> everybody,
            Map<UUID, Integer> entered,
            int commonHours,
            BiConsumer<PopulationBuilder, Roll> more) {
        var population = Population.builder();
        var roll = new Roll(population, clock.instant());
        // nothing is to be ordered here, so that names need not be hashed
        everybody.forEach((id, terms) -> entered.put(id, roll.enter(terms, entered.size())));
        more.accept(population, roll);
        roll.close(anybody -> 1);
        return new Company(population.build(), commonHours);
    }

    /**
     * Which of these circles of people the person fits into, from memory.
     *
     * @param party the person and whoever comes with them
     * @param others everybody in any of them
     * @param sought what the person seeks
     */
    Circles circlesFor(UUID person, Set<UUID> party, Collection<UUID> others, Set<UUID> sought) {
        return circlesFor(person, party, directory.termsOf(with(person, others)), sought);
    }

    /** The same where everybody's terms are known; the person's are among them. */
    Circles circlesFor(UUID person, Set<UUID> party, Map<UUID, Terms> everybody, Set<UUID> sought) {
        return circles(
                person,
                party,
                everybody,
                sought,
                directory::termsOf,
                (people, tags) -> interests.of(people, tags).stream()
                        .map(held -> new Holder(held.personId(), held.tagId(), held.stance())));
    }

    /** The same from the database, for whoever decides. */
    private Circles circlesToday(UUID person, Set<UUID> others, Frame group) {
        return circles(
                person,
                companions.partyOf(person),
                people.termsOf(with(person, others)),
                soughtToday(Set.of(person), group),
                people::termsOf,
                this::holdersToday);
    }

    private Stream<Holder> holdersToday(Set<UUID> people, Set<UUID> tags) {
        return interests.statements(people, tags).stream()
                .map(said -> new Holder(said.personId(), said.tagId(), said.stance()));
    }

    /** What any of these people seeks of what a group is about. */
    private Set<UUID> soughtToday(Set<UUID> people, Frame group) {
        return holdersToday(people, group.tags())
                .filter(holder -> holder.stance == Stance.SEEK)
                .map(Holder::tagId)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> with(UUID person, Collection<UUID> others) {
        Set<UUID> everybody = new HashSet<>(others);
        everybody.add(person);
        return everybody;
    }

    private record Holder(UUID personId, UUID tagId, Stance stance) {}

    /** Who of some people holds which of some tags. */
    @FunctionalInterface
    private interface Holders {

        Stream<Holder> of(Set<UUID> people, Set<UUID> tags);
    }

    private Circles circles(
            UUID person,
            Set<UUID> party,
            Map<UUID, Terms> known,
            Set<UUID> sought,
            Function<Collection<UUID>, Map<UUID, Terms>> termsOf,
            Holders holders) {
        Map<UUID, Terms> everybody = new HashMap<>(known);
        if (!known.keySet().containsAll(party)) {
            everybody.putAll(termsOf.apply(
                    party.stream().filter(one -> !known.containsKey(one)).toList()));
        }
        return new Party(person, party, few(everybody, config.commonHours(), sought, holders));
    }

    /**
     * A few people by their terms, and by how they hold what any of them needs others to hold.
     *
     * @param sought what it may matter that somebody offers
     */
    private Few few(Map<UUID, Terms> everybody, int commonHours, Set<UUID> sought, Holders holders) {
        Map<UUID, Integer> entered = new HashMap<>();
        Map<UUID, Integer> tags = new HashMap<>();
        var company = companyOf(everybody, entered, commonHours, (population, roll) -> {
            noteKindred(roll, everybody, entered, holders);
            sought.forEach(tag -> tags.put(tag, population.tag(tags.size())));
            (sought.isEmpty() ? Stream.<Holder>empty() : holders.of(entered.keySet(), sought))
                    .forEach(one -> Registry.say(
                            population,
                            Objects.requireNonNull(entered.get(one.personId)),
                            Objects.requireNonNull(tags.get(one.tagId)),
                            1,
                            one.stance,
                            false));
        });
        return new Few(entered, tags, company);
    }

    /** Says who of them holds what any of them does not want to be the only one with. */
    private static void noteKindred(
            Roll roll, Map<UUID, Terms> everybody, Map<UUID, Integer> entered, Holders holders) {
        Set<UUID> tags = everybody.values().stream()
                .flatMap(terms -> terms.notTheOnlyOneWith().stream())
                .map(Kindred::tagId)
                .collect(Collectors.toSet());
        if (!tags.isEmpty()) {
            holders.of(entered.keySet(), tags)
                    .forEach(one -> roll.holds(Objects.requireNonNull(entered.get(one.personId)), one.tagId));
        }
    }

    /** A few people as the core knows them, by the number of each. */
    private record Few(Map<UUID, Integer> entered, Map<UUID, Integer> tags, Company company) {

        boolean answer(UUID one, Set<UUID> circle, Frame group) {
            Integer index = entered.get(one);
            int[] sought = group.tags().stream()
                    .filter(tags::containsKey)
                    .mapToInt(tags::get)
                    .toArray();
            return sought.length == 0 || (index != null && company.answers(sought, index, others(one, circle)));
        }

        boolean accompany(UUID one, Set<UUID> circle) {
            Integer index = entered.get(one);
            return index != null && company.accompanies(index, others(one, circle));
        }

        boolean meet(UUID one, Set<UUID> circle, Frame group) {
            Integer index = entered.get(one);
            int[] others = others(one, circle);
            return index != null
                    && company.admits(index, others)
                    && company.canBecomeLargeEnough(group.minSize(), group.maxSize(), index, others);
        }

        private int[] others(UUID one, Set<UUID> circle) {
            return circle.stream()
                    .filter(other -> !other.equals(one))
                    .filter(entered::containsKey)
                    .mapToInt(entered::get)
                    .toArray();
        }
    }

    /** The circles of one person and whoever comes with them. */
    private final class Party implements Circles {

        private final UUID person;
        private final Set<UUID> party;
        private final Set<UUID> needed;
        private final Map<UUID, Set<UUID>> apart;
        private final Few few;

        Party(UUID person, Set<UUID> party, Few few) {
            this.person = person;
            this.party = party;
            this.few = few;
            needed =
                    party.size() == 1 ? Set.of() : companions.of(Set.of(person)).getOrDefault(person, Set.of());
            // whoever asks has looked for the person alone
            apart = (party.size() == 1 ? Set.<UUID>of() : party)
                    .stream().collect(Collectors.toMap(one -> one, safety::apartFrom));
        }

        @Override
        public boolean admit(Set<UUID> circle, Frame group) {
            Set<UUID> before = new HashSet<>(circle);
            before.retainAll(few.entered.keySet());
            before.remove(person);
            Set<UUID> after = new HashSet<>(before);
            for (UUID one : party) {
                if (!after.contains(one)) {
                    if (!few.meet(one, after, group)
                            || !Collections.disjoint(apart.getOrDefault(one, Set.of()), after)) {
                        return false;
                    }
                    after.add(one);
                }
            }
            Set<UUID> asked = new HashSet<>(party);
            if (before.size() == 1) {
                // who has begun a group is the only one of their kind as soon as the first joins them
                asked.addAll(before);
            }
            return after.size() <= group.maxSize()
                    && asked.stream().allMatch(one -> few.accompany(one, after))
                    && few.answer(person, after, group);
        }

        @Override
        public boolean accompany(Set<UUID> circle) {
            return few.accompany(person, circle) && circle.containsAll(needed);
        }
    }

    @Override
    public boolean admits(UUID personId, Set<UUID> members, Frame group) {
        return circlesToday(personId, members, group).admit(members, group);
    }

    @Override
    public Set<UUID> unsuited(Set<UUID> invited, Set<UUID> come, Frame group) {
        Set<UUID> all = new HashSet<>(invited);
        all.addAll(come);
        var few = few(people.termsOf(all), commonHours(group), Set.of(), this::holdersToday);
        return invited.stream().filter(one -> !few.meet(one, come, group)).collect(Collectors.toSet());
    }

    /** How many hours the members of a group have in common: as many as it was proposed with. */
    private int commonHours(Frame group) {
        UUID formationId = group.formationId();
        Formation formation = formationId == null ? null : Formation.findById(formationId);
        return formation == null ? config.commonHours() : formation.commonHours;
    }

    @Override
    public Set<UUID> lonely(Set<UUID> some, Set<UUID> members, Frame group) {
        var few = few(people.termsOf(members), config.commonHours(), soughtToday(some, group), this::holdersToday);
        Map<UUID, Set<UUID>> together = companions.of(some);
        return some.stream()
                .filter(one -> !few.accompany(one, members)
                        || !few.answer(one, members, group)
                        || !members.containsAll(together.getOrDefault(one, Set.of())))
                .collect(Collectors.toSet());
    }
}

package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.groups.Fellowship;
import org.coterie.groups.Frame;
import org.coterie.groups.OpenGroup;
import org.coterie.interests.Interests;
import org.coterie.interests.Stance;
import org.coterie.people.Directory;
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
    private final CommonHours commonHours;
    private final Clock clock;

    Compatibility(
            Directory directory,
            People people,
            Interests interests,
            Companions companions,
            Safety safety,
            CommonHours commonHours,
            Clock clock) {
        this.directory = directory;
        this.people = people;
        this.interests = interests;
        this.companions = companions;
        this.safety = safety;
        this.commonHours = commonHours;
        this.clock = clock;
    }

    /** Circles of people that somebody may fit into. */
    interface Circles {

        /**
         * Whether the person can sit with all of them, and whoever comes with them, and each of these finds whom they need and
         * who offers what they seek; so does whoever has begun the circle and is alone in it, and, while it takes more people to
         * come about, everybody in it finds who offers what they seek.
         *
         * @param others whoever has left counts for nothing, nor does the person, nor who is invited and cannot come any more
         */
        boolean admit(Set<UUID> others, Set<UUID> invited, Frame group);

        /**
         * Whether the person, who is invited, can sit with those who have come, and finds whom they need, who offers what they
         * seek, and all their companions, when those who are invited and cannot come any more stay away.
         */
        boolean keep(Set<UUID> others, Set<UUID> invited, Frame group);
    }

    /** Those of these who could be in some circle with the person, from memory. */
    Set<UUID> whoCanMeet(UUID person, Collection<UUID> others) {
        if (others.isEmpty()) {
            return Set.of();
        }
        int hours = commonHours.usual();
        var few = new FewPeople(
                directory.termsOf(with(person, others)),
                Set.of(),
                (people, tags) -> Stream.empty(),
                hours,
                clock.instant());
        return others.stream().filter(other -> few.meet(person, other, hours)).collect(Collectors.toSet());
    }

    /**
     * Which of these circles of people the person fits into, from memory.
     *
     * @param party the person and whoever comes with them
     * @param circles who is in which group
     * @param sought what the person seeks, and whoever is invited to one of them
     */
    Circles circlesFor(UUID person, Set<UUID> party, Map<OpenGroup, Set<UUID>> circles, Set<UUID> sought) {
        Set<UUID> others = circles.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return circlesFor(person, party, circles, directory.termsOf(with(person, others)), sought);
    }

    /** The same where everybody's terms are known; the person's are among them. */
    Circles circlesFor(
            UUID person,
            Set<UUID> party,
            Map<OpenGroup, Set<UUID>> circles,
            Map<UUID, Terms> everybody,
            Set<UUID> sought) {
        Set<UUID> asked = new HashSet<>(party);
        circles.forEach((group, circle) -> asked.addAll(group.waits() ? circle : alone(circle, person)));
        asked.remove(person);
        Set<UUID> all = new HashSet<>(sought);
        all.addAll(interests.soughtBy(asked));
        return circles(person, party, everybody, all, directory::termsOf, this::holdersFromMemory);
    }

    private Stream<FewPeople.Holder> holdersFromMemory(Set<UUID> people, Set<UUID> tags) {
        return interests.of(people, tags).stream()
                .map(held -> new FewPeople.Holder(held.personId(), held.tagId(), held.stance()));
    }

    /** The same from the database, for whoever decides. */
    private Party circlesToday(UUID person, Set<UUID> others, Set<UUID> invited, Frame group) {
        Set<UUID> party = companions.partyOf(person);
        Set<UUID> asked = new HashSet<>(party);
        asked.addAll(invited);
        asked.addAll(group.waits() ? others : alone(others, person));
        return circles(
                person,
                party,
                people.termsOf(with(person, others)),
                soughtToday(asked, group),
                people::termsOf,
                this::holdersToday);
    }

    private Stream<FewPeople.Holder> holdersToday(Set<UUID> people, Set<UUID> tags) {
        return interests.statements(people, tags).stream()
                .map(said -> new FewPeople.Holder(said.personId(), said.tagId(), said.stance()));
    }

    /** What any of these people seeks of what a group is about. */
    private Set<UUID> soughtToday(Set<UUID> people, Frame group) {
        return holdersToday(people, group.tags())
                .filter(holder -> holder.stance() == Stance.SEEK)
                .map(FewPeople.Holder::tagId)
                .collect(Collectors.toSet());
    }

    /** Who has begun a circle and is alone in it: of their kind, or with what they seek, as soon as the first joins them. */
    private static Set<UUID> alone(Set<UUID> circle, UUID person) {
        Set<UUID> others = new HashSet<>(circle);
        others.remove(person);
        return others.size() == 1 ? others : Set.of();
    }

    private static Set<UUID> with(UUID person, Collection<UUID> others) {
        Set<UUID> everybody = new HashSet<>(others);
        everybody.add(person);
        return everybody;
    }

    private Party circles(
            UUID person,
            Set<UUID> party,
            Map<UUID, Terms> known,
            Set<UUID> sought,
            Function<Collection<UUID>, Map<UUID, Terms>> termsOf,
            FewPeople.Holders holders) {
        Map<UUID, Terms> everybody = new HashMap<>(known);
        if (!known.keySet().containsAll(party)) {
            everybody.putAll(termsOf.apply(
                    party.stream().filter(one -> !known.containsKey(one)).toList()));
        }
        return new Party(
                person, party, new FewPeople(everybody, sought, holders, commonHours.usual(), clock.instant()));
    }

    /** The circles of one person and whoever comes with them. */
    private final class Party implements Circles {

        private final UUID person;
        private final Set<UUID> party;
        private final Set<UUID> needed;
        private final Map<UUID, Set<UUID>> apart;
        private final FewPeople few;

        Party(UUID person, Set<UUID> party, FewPeople few) {
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
        public boolean admit(Set<UUID> circle, Set<UUID> invited, Frame group) {
            Set<UUID> before = new HashSet<>(circle);
            before.removeAll(inVain(circle, invited, group));
            before.removeIf(one -> !few.include(one));
            before.remove(person);
            Set<UUID> after = new HashSet<>(before);
            int hours = commonHours.of(group);
            for (UUID one : party) {
                if (!after.contains(one)) {
                    if (!few.meet(one, after, group, hours)
                            || !Collections.disjoint(apart.getOrDefault(one, Set.of()), after)) {
                        return false;
                    }
                    after.add(one);
                }
            }
            Set<UUID> attended = new HashSet<>(party);
            attended.addAll(alone(before, person));
            return after.size() <= group.maxSize()
                    && attended.stream().allMatch(one -> few.accompany(one, after))
                    && (group.waits() ? after : attended).stream().allMatch(one -> few.answer(one, after, group));
        }

        /** Who of those who are invited cannot come, not even if the person and whoever comes with them do. */
        Set<UUID> inVain(Set<UUID> circle, Set<UUID> invited, Frame group) {
            Set<UUID> all = new HashSet<>(circle);
            all.addAll(party);
            return Compatibility.this.inVain(few, all, come(circle, invited), invited, group);
        }

        @Override
        public boolean keep(Set<UUID> circle, Set<UUID> invited, Frame group) {
            Set<UUID> come = come(circle, invited);
            Set<UUID> others = new HashSet<>(invited);
            others.remove(person);
            Set<UUID> company = new HashSet<>(circle);
            company.removeAll(Compatibility.this.inVain(few, circle, come, others, group));
            return few.meet(person, come, group, commonHours.of(group))
                    && few.finds(person, company, group)
                    && company.containsAll(needed);
        }
    }

    private static Set<UUID> come(Set<UUID> circle, Set<UUID> invited) {
        Set<UUID> come = new HashSet<>(circle);
        come.removeAll(invited);
        return come;
    }

    /**
     * Who is invited to these groups and cannot come any more, by the groups' ids; of other groups nothing is said. From memory, as
     * far as everybody may come still.
     *
     * @param members who is in each, by its id
     * @param invited who of these has not answered
     */
    Map<UUID, Set<UUID>> inVain(List<OpenGroup> groups, Map<UUID, Set<UUID>> members, Map<UUID, Set<UUID>> invited) {
        Set<UUID> waiting = invited.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var few = new FewPeople(
                directory.termsOf(members.values().stream().flatMap(Set::stream).collect(Collectors.toSet())),
                interests.soughtBy(waiting),
                this::holdersFromMemory,
                commonHours.usual(),
                clock.instant());
        Map<UUID, Set<UUID>> inVain = new HashMap<>();
        for (OpenGroup group : groups) {
            Set<UUID> circle = members.getOrDefault(group.id(), Set.of());
            Set<UUID> some = invited.getOrDefault(group.id(), Set.of());
            Set<UUID> lost = inVain(few, circle, come(circle, some), some, group.frame());
            if (!lost.isEmpty()) {
                inVain.put(group.id(), lost);
            }
        }
        return inVain;
    }

    private Set<UUID> inVain(FewPeople few, Set<UUID> circle, Set<UUID> come, Set<UUID> invited, Frame group) {
        return invited.isEmpty()
                ? invited
                : few.inVain(circle, come, invited, group, commonHours.of(group), companions::of);
    }

    @Override
    public Optional<Set<UUID>> admits(UUID personId, Set<UUID> members, Set<UUID> invited, Frame group) {
        Party party = circlesToday(personId, members, invited, group);
        return party.admit(members, invited, group)
                ? Optional.of(party.inVain(members, invited, group))
                : Optional.empty();
    }

    @Override
    public Set<UUID> unsuited(Set<UUID> invited, Set<UUID> company, Frame group) {
        Set<UUID> all = new HashSet<>(invited);
        all.addAll(company);
        var few =
                new FewPeople(people.termsOf(all), Set.of(), this::holdersToday, commonHours.usual(), clock.instant());
        int hours = commonHours.of(group);
        return invited.stream()
                .filter(one -> !few.meet(one, company, group, hours))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> lonely(Set<UUID> some, Set<UUID> members, Frame group) {
        var few = new FewPeople(
                people.termsOf(members),
                soughtToday(some, group),
                this::holdersToday,
                commonHours.usual(),
                clock.instant());
        Map<UUID, Set<UUID>> together = companions.of(some);
        return some.stream()
                .filter(one -> !few.accompany(one, members)
                        || !few.answer(one, members, group)
                        || !members.containsAll(together.getOrDefault(one, Set.of())))
                .collect(Collectors.toSet());
    }
}

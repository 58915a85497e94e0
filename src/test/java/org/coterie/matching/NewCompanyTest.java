package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Not the same people again, for as long as there are others. */
class NewCompanyTest {

    private static Outcome form(Crew crew, FormationRules rules) {
        return Matching.form(crew.population(), rules, progress -> {});
    }

    /** Everybody in each group. */
    private static List<Set<Integer>> groups(Outcome outcome) {
        return IntStream.range(0, outcome.groups())
                .mapToObj(g -> IntStream.of(outcome.members(g)).boxed().collect(Collectors.toSet()))
                .toList();
    }

    private static Set<Set<Integer>> pairs(Outcome outcome) {
        Set<Set<Integer>> pairs = new HashSet<>();
        groups(outcome)
                .forEach(group -> group.forEach(one ->
                        group.stream().filter(other -> one < other).forEach(other -> pairs.add(Set.of(one, other)))));
        return pairs;
    }

    private static Set<Set<Integer>> labelled(Outcome outcome) {
        Set<Set<Integer>> pairs = new HashSet<>();
        for (int g = 0; g < outcome.groups(); g++) {
            for (int i = 0; i < outcome.members(g).length; i++) {
                for (int other : outcome.metAgain(g, i)) {
                    pairs.add(Set.of(outcome.members(g)[i], other));
                }
            }
        }
        return pairs;
    }

    private static Set<Integer> placed(Outcome outcome) {
        Set<Integer> placed = new HashSet<>();
        groups(outcome).forEach(placed::addAll);
        return placed;
    }

    private static void haveMet(Crew crew, long when, int... people) {
        for (int one : people) {
            for (int other : people) {
                if (one < other) {
                    crew.met.put(Set.of(one, other), when);
                }
            }
        }
    }

    private static Crew withMeetings(Crew crew, int meetings, long seed) {
        var random = new Random(seed + 7);
        for (int m = 0; m < meetings && crew.people() > 4; m++) {
            int[] group = random.ints(4, 0, crew.people()).distinct().sorted().toArray();
            haveMet(crew, m / 3, group);
        }
        return crew;
    }

    @Test
    void fiftyPeopleInGroupsOfFourMeetNobodyTwiceInSixRounds() {
        for (long seed = 1; seed <= 3; seed++) {
            var crew = Crew.identical(50, 2, 1);
            Set<Set<Integer>> met = new HashSet<>();
            for (int round = 1; round <= 6; round++) {
                // twelve groups of four leave two over, so three will do as well
                var outcome = form(crew, new FormationRules(3, 4, 1, seed));

                assertThat(outcome.placed()).isEqualTo(50);
                assertThat(pairs(outcome)).noneMatch(met::contains);
                assertThat(outcome.seatsMetAgain()).isZero();
                met.addAll(pairs(outcome));
                for (Set<Integer> pair : pairs(outcome)) {
                    crew.met.put(pair, (long) round);
                }
            }
        }
    }

    @Test
    void whereAllHaveMetTheOldestMeetingIsRepeated() {
        var crew = Crew.identical(3, 1, 1);
        haveMet(crew, 2, 0, 1, 2);
        crew.add(crew.interests.get(0), 0, 1);
        haveMet(crew, 1, 0, 3);
        haveMet(crew, 3, 1, 3);
        haveMet(crew, 4, 2, 3);

        var outcome = form(crew, new FormationRules(2, 2, 1, 1));

        assertThat(labelled(outcome)).containsExactlyInAnyOrder(Set.of(0, 3), Set.of(1, 2));
        assertThat(outcome.seatsMetAgain()).isEqualTo(4);
    }

    @Test
    void whoMeetsAgainChangesPlacesWithSomebodyWhereThatPartsThem() {
        for (long seed = 1; seed <= 20; seed++) {
            var eight = Crew.identical(8, 1, 1);
            haveMet(eight, 1, 0, 1);
            haveMet(eight, 1, 0, 2);
            var nine = Crew.identical(9, 1, 1);
            haveMet(nine, 1, 0, 1, 2);

            assertThat(form(eight, new FormationRules(3, 4, 1, seed)).seatsMetAgain())
                    .as("seed %d", seed)
                    .isZero();
            assertThat(form(nine, new FormationRules(3, 3, 1, seed)).seatsMetAgain())
                    .as("seed %d", seed)
                    .isZero();
        }
    }

    @Test
    void asFewMeetingsAsPossibleAreRepeated() {
        var crew = Crew.identical(6, 1, 1);
        haveMet(crew, 1, 0, 1, 2);
        haveMet(crew, 1, 3, 4, 5);

        var outcome = form(crew, new FormationRules(3, 3, 1, 1));

        assertThat(outcome.placed()).isEqualTo(6);
        assertThat(labelled(outcome)).hasSize(2);
    }

    @Test
    void whoCouldNotBePlacedBecauseAGroupIsFullGetsOneWithWhomItCanSpare() {
        var crew = Crew.identical(7, 1, 1);
        haveMet(crew, 1, 4, 5, 6);

        assertThat(form(crew, new FormationRules(3, 6, 1, 1)).placed()).isEqualTo(7);
    }

    @Property(tries = 60)
    void whoHaveAllMetAreInOneGroupEachHoweverManyTheyMayBeIn(
            @ForAll @IntRange(min = 1, max = 6) int each,
            @ForAll @IntRange(min = 1, max = 40) int times,
            @ForAll long seed) {
        var crew = Crew.identical(3 * each, 1, 1);
        var random = new Random(seed);
        for (int one = 0; one < crew.people(); one++) {
            for (int other = 0; other < one; other++) {
                crew.met.put(Set.of(one, other), (long) random.nextInt(times));
            }
        }

        var outcome = form(crew, new FormationRules(3, 3, 2, seed));

        assertThat(outcome.groups()).isEqualTo(each);
        assertThat(outcome.placed()).isEqualTo(3 * each);
    }

    @Property(tries = 100)
    void nobodyMeetsAgainForNothingWhoHasAnotherGroup(
            @ForAll @IntRange(max = 45) int people,
            @ForAll @IntRange(min = 1, max = 15) int tags,
            @ForAll @IntRange(max = 60) int meetings,
            @ForAll long seed) {
        var outcome =
                form(withMeetings(Crew.random(people, tags, seed), meetings, seed), new FormationRules(3, 5, 2, seed));

        var memberships = new int[people];
        groups(outcome).forEach(group -> group.forEach(member -> memberships[member]++));
        for (int g = 0; g < outcome.groups(); g++) {
            int group = g;
            int[] members = outcome.members(g);
            if (IntStream.range(0, members.length).anyMatch(i -> outcome.metAgain(group, i).length > 0)) {
                assertThat(IntStream.of(members)).anyMatch(member -> memberships[member] == 1);
            }
        }
    }

    @Test
    void nobodyMeetsThemselves() {
        var builder = Population.builder();
        int one = builder.person(1, 0, 1);
        int other = builder.person(2, 0, 1);

        assertThatThrownBy(() -> builder.met(one, one, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.met(one, other, Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.met(one, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property(tries = 50)
    void everyHardRuleHoldsAndWhoMeetsAgainIsTold(
            @ForAll @IntRange(max = 45) int people,
            @ForAll @IntRange(min = 1, max = 15) int tags,
            @ForAll @IntRange(max = 60) int meetings,
            @ForAll @IntRange(min = 1, max = 2) int groupsPerPerson,
            @ForAll long seed) {
        var crew = withMeetings(Crew.random(people, tags, seed).wishful(seed), meetings, seed);
        var rules = new FormationRules(3, 5, groupsPerPerson, seed, 20);

        var outcome = form(crew, rules);

        var memberships = new int[people];
        for (int g = 0; g < outcome.groups(); g++) {
            RuleBook.assertHolds(crew, rules, outcome.purpose(g), outcome.members(g));
            IntStream.of(outcome.members(g)).forEach(member -> memberships[member]++);
        }
        for (int p = 0; p < people; p++) {
            assertThat(memberships[p]).isLessThanOrEqualTo(Math.min(groupsPerPerson, crew.rooms.get(p)));
        }
        Set<Set<Integer>> again = pairs(outcome);
        again.retainAll(crew.met.keySet());
        assertThat(labelled(outcome)).isEqualTo(again);
    }

    @Property(tries = 50)
    void itIsAsIfThoseWhoHaveMetHadToBeApartUnlessSomebodyWouldBeLeftOut(
            @ForAll @IntRange(max = 45) int people,
            @ForAll @IntRange(min = 1, max = 15) int tags,
            @ForAll @IntRange(max = 30) int meetings,
            @ForAll long seed) {
        var rules = new FormationRules(3, 5, 2, seed);
        var outcome = form(withMeetings(Crew.random(people, tags, seed), meetings, seed), rules);

        var apart = withMeetings(Crew.random(people, tags, seed), meetings, seed);
        apart.blocks.addAll(apart.met.keySet());
        apart.met.clear();
        var strict = form(apart, rules);

        assertThat(placed(outcome)).containsAll(placed(strict));
        if (placed(outcome).size() == placed(strict).size()) {
            assertThat(groups(outcome)).isEqualTo(groups(strict));
            assertThat(labelled(outcome)).isEmpty();
        }
    }

    @Property(tries = 50)
    void whereAllCareAboutTheSameNobodyIsLeftOutWhoeverHasMet(
            @ForAll @IntRange(min = 3, max = 40) int people,
            @ForAll @IntRange(max = 120) int meetings,
            @ForAll @IntRange(max = 3) int wider,
            @ForAll long seed) {
        var crew = withMeetings(Crew.identical(people, 2, 1), meetings, seed);

        // any number of people from 3 on can be had as groups of 3 to 5
        assertThat(form(crew, new FormationRules(3, 5 + wider, 1, seed)).placed())
                .isEqualTo(people);
    }

    @Property(tries = 30)
    void theOrderOfArrivalDoesNotMatterToWhoMeetsAgain(
            @ForAll @IntRange(min = 5, max = 45) int people, @ForAll long seed) {
        var crew = withMeetings(Crew.random(people, 6, seed).gathered(seed), people, seed);
        var rules = new FormationRules(3, 4, 1, seed);
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, people).boxed().toList());
        Collections.shuffle(shuffled, new Random(seed));
        int[] order = shuffled.stream().mapToInt(p -> p).toArray();

        var one = form(crew, rules);
        var other = Matching.form(crew.population(order), rules, progress -> {});

        Set<Set<Integer>> renamed = new HashSet<>();
        for (Set<Integer> pair : labelled(other)) {
            var both = List.copyOf(pair);
            renamed.add(Set.of(order[both.get(0)], order[both.get(1)]));
        }
        assertThat(renamed).isEqualTo(labelled(one));
        assertThat(other.placed()).isEqualTo(one.placed());
    }
}

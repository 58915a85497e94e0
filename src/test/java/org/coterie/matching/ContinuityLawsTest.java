package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coterie.matching.Crew.Gathering;

/** What holds for every formation over groups that there are already. */
class ContinuityLawsTest {

    @Property(tries = 400)
    void everyRuleHoldsInProposalsThatGoOnAndForWhoeverIsAskedIntoAGroup(
            @ForAll @IntRange(min = 1, max = 90) int people,
            @ForAll @IntRange(min = 1, max = 25) int tags,
            @ForAll @IntRange(min = 2, max = 5) int minSize,
            @ForAll @IntRange(max = 7) int wider,
            @ForAll @IntRange(min = 1, max = 3) int groupsPerPerson,
            @ForAll boolean wordy,
            @ForAll long seed) {
        var crew = Crew.random(people, tags, seed).wishful(seed).gathered(seed);
        if (wordy) {
            crew.wordy(seed);
        }
        var rules = new FormationRules(minSize, minSize + wider, groupsPerPerson, seed, 20);

        var outcome = Matching.form(crew.population(), rules, progress -> {});

        for (int g = 0; g < outcome.groups(); g++) {
            int[] members = outcome.members(g);
            if (outcome.origin(g) < 0) {
                RuleBook.assertHolds(crew, rules, outcome.purpose(g), members);
                continue;
            }
            var before = crew.gatherings.get(outcome.origin(g));
            assertThat(outcome.purpose(g)).containsExactlyInAnyOrder(unboxed(before.purpose()));
            assertThat(Collections.disjoint(boxed(members), before.barred())).isTrue();
            assertThat(members.length).isLessThanOrEqualTo(Math.min(rules.maxSize(), before.places()));
            if (before.answered()) {
                assertThat(members)
                        .contains(unboxed(before.members()))
                        .hasSizeGreaterThan(before.members().size());
                RuleBook.assertMayJoin(crew, unboxed(before.purpose()), members, unboxed(before.members()));
            } else {
                RuleBook.assertHolds(crew, rules, outcome.purpose(g), members);
            }
        }
    }

    @Property(tries = 300)
    void whoIsInAProposalStaysOrIsSaidToBeMoved(
            @ForAll @IntRange(min = 1, max = 90) int people,
            @ForAll @IntRange(min = 1, max = 12) int tags,
            @ForAll long seed) {
        var crew = Crew.random(people, tags, seed).wishful(seed).gathered(seed);

        var outcome = Matching.form(crew.population(), new FormationRules(3, 8, 2, seed), progress -> {});

        Map<Integer, List<Integer>> after = new HashMap<>();
        for (int g = 0; g < outcome.groups(); g++) {
            if (outcome.origin(g) >= 0) {
                after.computeIfAbsent(outcome.origin(g), origin -> new ArrayList<>())
                        .addAll(boxed(outcome.members(g)));
            }
        }
        for (int origin = 0; origin < crew.gatherings.size(); origin++) {
            int group = origin;
            var moved = outcome.moved().stream()
                    .filter(one -> one.group() == group)
                    .map(Moved::person)
                    .toList();
            Gathering before = crew.gatherings.get(origin);
            if (before.answered()) {
                assertThat(moved).isEmpty();
            } else {
                List<Integer> stayed = new ArrayList<>(after.getOrDefault(origin, List.of()));
                stayed.retainAll(before.members());
                assertThat(Collections.disjoint(stayed, moved)).isTrue();
                stayed.addAll(moved);
                assertThat(stayed).containsExactlyInAnyOrderElementsOf(before.members());
            }
        }
    }

    @Property(tries = 200)
    void nobodyGetsIntoMoreGroupsThanTheyHaveRoomFor(
            @ForAll @IntRange(min = 1, max = 90) int people,
            @ForAll @IntRange(min = 1, max = 25) int tags,
            @ForAll @IntRange(min = 1, max = 3) int groupsPerPerson,
            @ForAll long seed) {
        var crew = Crew.random(people, tags, seed).wishful(seed).gathered(seed);

        var outcome = Matching.form(crew.population(), new FormationRules(3, 8, groupsPerPerson, seed), progress -> {});

        var decided = new int[people];
        var asked = new int[people];
        crew.gatherings.stream()
                .filter(Gathering::answered)
                .forEach(group -> group.members().forEach(person -> decided[person]++));
        for (int g = 0; g < outcome.groups(); g++) {
            Set<Integer> before = outcome.origin(g) < 0
                            || !crew.gatherings.get(outcome.origin(g)).answered()
                    ? Set.of()
                    : Set.copyOf(crew.gatherings.get(outcome.origin(g)).members());
            for (int member : outcome.members(g)) {
                asked[member] += before.contains(member) ? 0 : 1;
            }
        }
        for (int p = 0; p < people; p++) {
            int room = Math.min(groupsPerPerson, crew.rooms.get(p));
            assertThat(asked[p]).isLessThanOrEqualTo(Math.max(0, room - decided[p]));
        }
    }

    @Property(tries = 150)
    void formingAgainMovesNobodyAndTakesNoPlaceAway(
            @ForAll @IntRange(max = 120) int people,
            @ForAll @IntRange(min = 1, max = 25) int tags,
            @ForAll boolean wordy,
            @ForAll long seed) {
        var rules = new FormationRules(3, 8, 2, seed, 20);
        var crew = Crew.random(people, tags, seed).wishful(seed);
        if (wordy) {
            crew.wordy(seed);
        }
        var first = Matching.form(crew.population(), rules, progress -> {});
        crew.proposed(first, rules.maxSize());

        var second = Matching.form(crew.population(), rules, progress -> {});

        assertThat(second.moved()).isEmpty();
        assertThat(second.placed()).isGreaterThanOrEqualTo(first.placed());
        Map<Integer, List<Integer>> after = new HashMap<>();
        for (int g = 0; g < second.groups(); g++) {
            after.put(second.origin(g), boxed(second.members(g)));
        }
        for (int g = 0; g < first.groups(); g++) {
            assertThat(after.get(g)).containsAll(boxed(first.members(g)));
        }
    }

    private static int[] unboxed(List<Integer> numbers) {
        return numbers.stream().mapToInt(number -> number).toArray();
    }

    private static List<Integer> boxed(int[] numbers) {
        return IntStream.of(numbers).boxed().toList();
    }
}

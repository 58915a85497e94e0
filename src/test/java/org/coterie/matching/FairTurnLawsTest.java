package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever is left out of a formation comes first in the next. */
class FairTurnLawsTest {

    private static final int ROUNDS = 10;

    /** Forms again and again, each time with whoever was left out before; the longest that anybody waited. */
    private static Map<Integer, Integer> longestWaits(Crew crew, int minSize, int maxSize, int groupsPerPerson) {
        Map<Integer, Integer> longest = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            var rules = new FormationRules(minSize, maxSize, groupsPerPerson, round);
            var outcome = Matching.form(crew.population(), rules, progress -> {});
            BitSet placed = placed(outcome);
            for (int p = 0; p < crew.people(); p++) {
                crew.waited.merge(p, 1, Integer::sum);
                if (placed.get(p)) {
                    crew.waited.put(p, 0);
                }
                longest.merge(p, crew.waited.get(p), Math::max);
            }
            for (int g = 0; g < outcome.groups(); g++) {
                RuleBook.assertHolds(crew, rules, outcome.purpose(g), outcome.members(g));
            }
        }
        return longest;
    }

    private static BitSet placed(Outcome outcome) {
        var placed = new BitSet();
        for (int g = 0; g < outcome.groups(); g++) {
            IntStream.of(outcome.members(g)).forEach(placed::set);
        }
        return placed;
    }

    @Property(tries = 60)
    void whereSeatsAreTooFewNobodyIsLeftOutTwiceInARow(
            @ForAll @IntRange(min = 1, max = 5) int crafts,
            @ForAll @IntRange(min = 3, max = 11) int peopleEach,
            @ForAll long seed) {
        var random = new Random(seed);
        var crew = new Crew();
        crew.tags = crafts + (crafts * peopleEach + 1) / 2;
        for (int p = 0; p < crafts * peopleEach; p++) {
            // to some it matters more than to others, who would never get a seat
            Map<Integer, Crew.Interest> interests = new HashMap<>();
            interests.put(p % crafts, new Crew.Interest((1 + random.nextInt(5)) / 5f, Stance.SHARE));
            interests.put(crafts + p / 2, new Crew.Interest((1 + random.nextInt(2)) / 5f, Stance.SHARE));
            crew.add(interests, 0, 1);
        }

        assertThat(longestWaits(crew, 3, 3, 1))
                .allSatisfy((p, wait) -> assertThat(wait).isLessThanOrEqualTo(1));
    }

    @Property(tries = 60)
    void everyRuleHoldsWhoeverComesFirst(
            @ForAll @IntRange(min = 1, max = 60) int people,
            @ForAll @IntRange(min = 1, max = 12) int tags,
            @ForAll long seed) {
        assertThat(longestWaits(Crew.random(people, tags, seed).wishful(seed), 3, 5, 2))
                .hasSize(people);
    }
}

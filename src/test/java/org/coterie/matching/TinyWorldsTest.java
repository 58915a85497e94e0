package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many of a few people have a group, beside how many could, by looking at every way to seat them. */
class TinyWorldsTest {

    private static final int PEOPLE = 9;
    private static final int TAGS = 5;
    private static final int WORLDS = 200;
    private static final FormationRules RULES = new FormationRules(3, 5, 1, 1, 20);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hardlyAnybodyIsLeftWhoCouldBePlaced(boolean onTheirTerms) {
        int placed = 0;
        int could = 0;
        int best = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            var crew = Crew.random(PEOPLE, TAGS, seed);
            if (!onTheirTerms) {
                crew.company.clear();
                crew.places.clear();
                crew.free.clear();
            }
            int placedHere = placed(crew);
            int couldHere = mostThatCouldBePlaced(crew);
            placed += placedHere;
            could += couldHere;
            best += placedHere == couldHere ? 1 : 0;
        }

        System.out.printf(
                "%d people%s: %d placed of %d who could be; as many as could be in %d of %d worlds%n",
                PEOPLE, onTheirTerms ? " on terms of their own" : "", placed, could, best, WORLDS);
        assertThat(placed).isBetween(could * 96 / 100, could);
        assertThat(best).isGreaterThanOrEqualTo(WORLDS * 88 / 100);
    }

    @Test
    void whoIsLeftIsPlacedWhereTheOthersSitOtherwise() {
        var crew = Crew.sharing(new int[][] {{0}, {0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}, {3}});

        assertThat(mostThatCouldBePlaced(crew)).isEqualTo(6);
        assertThat(placed(crew)).isEqualTo(6);
    }

    @Test
    void whoeverCouldBeInAGroupOfThoseWhoWaitCompletesOne() {
        for (long seed = 0; seed < WORLDS; seed++) {
            var crew = Crew.random(PEOPLE, 1, seed).wishful(seed);
            var population = crew.population();
            int could = IntStream.range(1, 1 << PEOPLE)
                    .filter(some -> couldMeet(crew, some))
                    .reduce(0, (some, others) -> some | others);

            int complete = IntStream.range(0, PEOPLE)
                    .filter(person ->
                            Newcomers.around(population, person, RULES).isPresent())
                    .reduce(0, (some, person) -> some | 1 << person);

            assertThat(bits(complete)).as("in world %d", seed).isEqualTo(bits(could));
        }
    }

    private static int placed(Crew crew) {
        var outcome = Matching.form(crew.population(), RULES, progress -> {});
        return IntStream.range(0, outcome.groups())
                .map(g -> outcome.members(g).length)
                .sum();
    }

    /** Everybody is in one group at most. People are bits of a number, the lowest first. */
    private static int mostThatCouldBePlaced(Crew crew) {
        int everybody = (1 << crew.people()) - 1;
        var couldMeet = new boolean[everybody + 1];
        for (int some = 0; some <= everybody; some++) {
            couldMeet[some] = couldMeet(crew, some);
        }
        var most = new int[everybody + 1];
        for (int some = 1; some <= everybody; some++) {
            int first = Integer.lowestOneBit(some);
            int others = some ^ first;
            most[some] = most[others];
            for (int company = others; company > 0; company = (company - 1) & others) {
                int group = company | first;
                if (couldMeet[group]) {
                    most[some] = Math.max(most[some], Integer.bitCount(group) + most[some ^ group]);
                }
            }
        }
        return most[everybody];
    }

    private static boolean couldMeet(Crew crew, int some) {
        int size = Integer.bitCount(some);
        if (size < RULES.minSize() || size > RULES.maxSize()) {
            return false;
        }
        int[] members = bits(some);
        if (!couldTalk(crew, members)) {
            return false;
        }
        return purposes(crew.tags).stream()
                .filter(purpose -> areShared(crew, purpose, members))
                .anyMatch(purpose -> holds(crew, purpose, members));
    }

    /** What costs little to look at comes first. */
    private static boolean couldTalk(Crew crew, int[] members) {
        long common = -1;
        for (int member : members) {
            common &= crew.languages.get(member) == 0 ? -1 : crew.languages.get(member);
            if (crew.rooms.get(member) == 0
                    || IntStream.of(members).anyMatch(other -> crew.blocks.contains(pair(member, other)))) {
                return false;
            }
        }
        return common != 0;
    }

    private static Set<Integer> pair(int one, int other) {
        return one == other ? Set.of(one) : Set.of(one, other);
    }

    private static boolean areShared(Crew crew, int[] purpose, int[] members) {
        return IntStream.of(purpose)
                .allMatch(tag -> 10
                                * IntStream.of(members)
                                        .filter(member ->
                                                crew.interests.get(member).containsKey(tag))
                                        .count()
                        >= 6L * members.length);
    }

    private static boolean holds(Crew crew, int[] purpose, int[] members) {
        try {
            RuleBook.assertHolds(crew, RULES, purpose, members);
            return true;
        } catch (AssertionError broken) {
            return false;
        }
    }

    private static List<int[]> purposes(int tags) {
        List<int[]> purposes = new ArrayList<>();
        for (int some = 1; some < 1 << tags; some++) {
            if (Integer.bitCount(some) <= Purpose.MOST_TAGS) {
                purposes.add(bits(some));
            }
        }
        return purposes;
    }

    private static int[] bits(int some) {
        return IntStream.range(0, Integer.SIZE)
                .filter(bit -> (some >> bit & 1) != 0)
                .toArray();
    }
}

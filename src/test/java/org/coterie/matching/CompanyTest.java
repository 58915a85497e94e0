package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Who can sit with whom, asked of a few people outside of any formation. */
class CompanyTest {

    @Property(tries = 100)
    void whomAFormationSeatsTogetherCanSitTogether(@ForAll @IntRange(min = 0, max = 80) int people, @ForAll long seed) {
        var crew = Crew.random(people, 12, seed).wishful(seed);
        var rules = new FormationRules(3, 8, 2, seed, 2);
        Outcome outcome = Matching.form(crew.population(), rules, progress -> {});
        var company = new Company(crew.population(), 2);

        for (int group = 0; group < outcome.groups(); group++) {
            int[] members = outcome.members(group);
            for (int member : members) {
                int[] others = IntStream.of(members).filter(m -> m != member).toArray();
                assertThat(company.admits(member, others)).isTrue();
                assertThat(company.accompanies(member, others)).isTrue();
            }
        }
    }

    @Test
    void whoAreAlikeCan() {
        assertThat(of(Crew.identical(4, 1, 1)).admits(0, 1, 2, 3)).isTrue();
    }

    @Test
    void whoIsBlockedCannotWhoeverElseIsThere() {
        var crew = Crew.identical(4, 1, 1);
        crew.blocks.add(Set.of(0, 2));

        assertThat(of(crew).admits(0, 1, 2, 3)).isFalse();
        assertThat(of(crew).admits(2, 0)).isFalse();
        assertThat(of(crew).admits(0, 1, 3)).isTrue();
    }

    @Test
    void aLanguageIsCommonToAllNotToEachTwo() {
        var crew = Crew.identical(4, 1, 1);
        crew.languages.set(0, 0b011L);
        crew.languages.set(1, 0b110L);
        crew.languages.set(2, 0b101L);

        assertThat(of(crew).admits(0, 1)).isTrue();
        assertThat(of(crew).admits(0, 2)).isTrue();
        assertThat(of(crew).admits(0, 1, 2)).isFalse();
        assertThat(of(crew).admits(0, 1, 3)).isTrue();
    }

    @Test
    void beforeWhomNoLanguageIsCommonNobodyComes() {
        var crew = Crew.identical(4, 1, 1);
        crew.languages.set(0, 0b01L);
        crew.languages.set(1, 0b10L);
        crew.languages.set(2, 0b11L);
        crew.languages.set(3, 0L);

        assertThat(of(crew).admits(2, 0, 1)).isFalse();
        assertThat(of(crew).admits(3, 0, 1)).isFalse();
        assertThat(of(crew).admits(3, 0, 2)).isTrue();
    }

    @Test
    void theHoursInCommonAreEnough() {
        var crew = Crew.identical(3, 1, 1);
        crew.free.put(0, halfHours(40, 44));
        crew.free.put(1, halfHours(41, 50));

        assertThat(new Company(crew.population(), 1).admits(0, 1, 2)).isTrue();
        assertThat(new Company(crew.population(), 2).admits(0, 1, 2)).isFalse();
        assertThat(new Company(crew.population(), 2).admits(0, 2)).isTrue();
    }

    @Test
    void everybodyIsWithinEverybodysDistanceOrAllMeetOnline() {
        var crew = Crew.identical(3, 1, 1);
        crew.places.put(0, new int[] {0, 5, 1});
        crew.places.put(1, new int[] {3, 1, 1});
        crew.places.put(2, new int[] {0, 1, 0});

        assertThat(of(crew).admits(0, 1)).isTrue();
        assertThat(of(crew).admits(0, 2)).isTrue();
        assertThat(of(crew).admits(2, 0, 1)).isFalse();
        assertThat(of(crew).admits(0, 1, 2)).isFalse();
    }

    @Test
    void nobodysLimitIsPassed() {
        var crew = Crew.identical(4, 1, 1);
        crew.company.put(0, new int[] {2, 3});

        assertThat(of(crew).admits(1, 0, 2)).isTrue();
        assertThat(of(crew).admits(1, 0, 2, 3)).isFalse();
        assertThat(of(crew).admits(0, 1, 2, 3)).isFalse();
    }

    @Test
    void whoDoesNotWantToBeTheOnlyOneIsNotWhileTheyAreOne() {
        var crew = Crew.sharing(new int[] {0, 1}, new int[] {0}, new int[] {0, 1}, new int[] {0});
        crew.wishes.put(0, Set.of(1));
        crew.wishes.put(3, Set.of(1));

        assertThat(of(crew).accompanies(0, 1, 3)).isFalse();
        assertThat(of(crew).accompanies(0, 1, 2)).isTrue();
        assertThat(of(crew).accompanies(2, 1, 3)).isTrue();
        assertThat(of(crew).accompanies(3, 1, 2)).isTrue();
        assertThat(of(crew).admits(0, 1, 3)).isTrue();
    }

    @Test
    void whoComesTogetherWithSomebodyIsNowhereWithoutThem() {
        var crew = Crew.identical(4, 1, 1);
        crew.together.add(Set.of(0, 3));

        assertThat(of(crew).accompanies(0, 1, 2)).isFalse();
        assertThat(of(crew).accompanies(3, 1, 2)).isFalse();
        assertThat(of(crew).accompanies(0, 1, 3)).isTrue();
        assertThat(of(crew).accompanies(1, 0, 2)).isTrue();
    }

    @Test
    void whoComesWithAnotherComesWithAllWhoComeWithThem() {
        var crew = Crew.identical(6, 1, 1);
        crew.together.add(Set.of(0, 3));
        crew.together.add(Set.of(4, 5));
        crew.together.add(Set.of(3, 4));

        assertThat(of(crew).accompanies(0, 1, 3, 4)).isFalse();
        assertThat(of(crew).accompanies(5, 1, 3, 4)).isFalse();
        assertThat(of(crew).accompanies(0, 3, 4, 5)).isTrue();
        assertThat(of(crew).accompanies(1, 0, 2)).isTrue();
    }

    @Test
    void onlyAFewAreAsked() {
        var company = of(Crew.identical(20, 1, 1));

        assertThat(company.admits(0, IntStream.range(1, 12).toArray())).isTrue();
        assertThat(company.admits(0, IntStream.range(1, 13).toArray())).isFalse();
        assertThatThrownBy(() -> company.admits(20)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whoIsToBePlacedNowhereSitsWithNobody() {
        var crew = Crew.identical(3, 1, 1);
        crew.rooms.set(1, 0);

        assertThat(of(crew).admits(0, 2)).isTrue();
        assertThat(of(crew).admits(0, 1)).isFalse();
        assertThat(of(crew).admits(1, 0)).isFalse();
    }

    private static Company of(Crew crew) {
        return new Company(crew.population(), 1);
    }

    private static BitSet halfHours(int from, int to) {
        var free = new BitSet();
        free.set(2 * from, 2 * to);
        return free;
    }
}

package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Map;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What happens the moment somebody tags themselves. */
class NewcomersTest {

    private static final FormationRules USUAL = new FormationRules(3, 8, 2, 1);

    @Test
    void theThirdOfThreePeopleInTheWorldCompletesAGroup() {
        var proposal = Newcomers.around(
                        Crew.sharing(new int[] {0}, new int[] {0}, new int[] {0})
                                .population(),
                        2,
                        USUAL)
                .orElseThrow();

        assertThat(proposal.purpose()).containsExactly(0);
        assertThat(proposal.members()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(proposal.cohesion()).isCloseTo(1, within(1e-9));
    }

    @Test
    void twoAreNoGroup() {
        assertThat(Newcomers.around(
                        Crew.sharing(new int[] {0}, new int[] {0}, new int[] {1})
                                .population(),
                        1,
                        USUAL))
                .isEmpty();
    }

    @Test
    void thePurposeSaysAllThatTheThreeShare() {
        var proposal = Newcomers.around(
                        Crew.sharing(new int[] {0, 1, 2}, new int[] {0, 1, 3}, new int[] {0, 1, 4})
                                .population(),
                        0,
                        USUAL)
                .orElseThrow();

        assertThat(proposal.purpose()).containsExactlyInAnyOrder(0, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(DoubleStream.of(proposal.contributions(i)).sum()).isCloseTo(proposal.affinity(i), within(1e-9));
        }
    }

    @Test
    void aTagThatThousandsHoldIsNoReasonByItself() {
        var builder = Population.builder();
        int tag = builder.tag(1);
        for (int p = 0; p < 3; p++) {
            builder.interest(builder.person(p, 0, 1), tag, 1, Stance.SHARE);
        }
        var popular = builder.totalPeople(100_000).holders(tag, 30_000).build();
        var rare = builder.holders(tag, 30).build();

        assertThat(Newcomers.around(popular, 0, USUAL)).isEmpty();
        assertThat(Newcomers.around(rare, 0, USUAL)).isPresent();
    }

    /** The newcomer says it in a word that one of them holds in secret; in the other they can all be together. */
    @Test
    void theGroupIsFoundByAWordThatOnlyOthersSay() {
        var builder = Population.builder();
        int said = builder.tag(1);
        int other = builder.tag(2);
        builder.near(said, other, 0.9);
        for (int p = 0; p < 4; p++) {
            builder.person(p, 0, 1);
        }
        builder.secretInterest(0, said, 1, Stance.SHARE).interest(0, other, 1, Stance.SHARE);
        builder.interest(1, other, 1, Stance.SHARE);
        builder.interest(2, said, 1, Stance.SHARE).interest(3, said, 1, Stance.SHARE);

        var proposal = Newcomers.around(builder.build(), 3, new FormationRules(4, 8, 2, 1))
                .orElseThrow();

        assertThat(proposal.purpose()).containsExactly(other);
        assertThat(proposal.members()).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void aSeekerWaitsForSomebodyWhoOffers() {
        assertThat(Newcomers.around(trio(Stance.SEEK), 0, USUAL)).isEmpty();
        assertThat(Newcomers.around(trio(Stance.OFFER), 0, USUAL)).isPresent();
    }

    @Test
    void whoMayMeetEverybodyIsPutWithThoseWhoCanMeetEachOther() {
        int german = 1;
        int english = 2;
        for (int seed = 0; seed < 20; seed++) {
            var builder = Population.builder();
            int tag = builder.tag(1);
            Stance[] stances = {Stance.SHARE, Stance.OFFER, Stance.SHARE, Stance.SEEK};
            int[] languages = {german, english, 0, 0};
            for (int p = 0; p < stances.length; p++) {
                builder.interest(builder.person(p, languages[p], 1), tag, 1, stances[p]);
            }

            var proposal = Newcomers.around(builder.build(), 3, new FormationRules(3, 8, 2, seed))
                    .orElseThrow();

            assertThat(proposal.members()).containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    @Test
    void whoeverCannotStayKeepsNobodyElseOut() {
        for (int seed = 0; seed < 20; seed++) {
            var crew = Crew.sharing(new int[] {0}, new int[] {0}, new int[] {0}, new int[] {0});
            // one of them wants more people than there are, and has no time when another has
            crew.company.put(0, new int[] {5, 9});
            crew.free.put(0, hours(100));
            crew.free.put(1, hours(200));

            var proposal = Newcomers.around(crew.population(), 3, new FormationRules(3, 8, 2, seed))
                    .orElseThrow();

            assertThat(proposal.members()).containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    private static BitSet hours(int from) {
        var hours = new BitSet();
        hours.set(2 * from, 2 * from + 8);
        return hours;
    }

    @Property(tries = 200)
    void everyRuleHoldsAndTheNewcomerIsInIt(
            @ForAll @IntRange(min = 1, max = 60) int people,
            @ForAll @IntRange(min = 1, max = 15) int tags,
            @ForAll @IntRange(min = 2, max = 4) int minSize,
            @ForAll @IntRange(max = 8) int wider,
            @ForAll long seed) {
        var crew = Crew.random(people, tags, seed).wishful(seed);
        var rules = new FormationRules(minSize, minSize + wider, 2, seed);
        int newcomer = (int) Math.floorMod(seed, (long) people);

        Newcomers.around(crew.population(), newcomer, rules).ifPresent(proposal -> {
            RuleBook.assertHolds(crew, rules, proposal.purpose(), proposal.members());
            assertThat(proposal.members()).contains(newcomer);
        });
    }

    /** One who seeks, one who shares, and a third. */
    private static Population trio(Stance third) {
        var crew = new Crew();
        crew.tags = 1;
        crew.add(Map.of(0, new Crew.Interest(0.6f, Stance.SEEK)), 0, 1);
        crew.add(Map.of(0, new Crew.Interest(0.6f, Stance.SHARE)), 0, 1);
        crew.add(Map.of(0, new Crew.Interest(0.6f, third)), 0, 1);
        return crew.population();
    }
}

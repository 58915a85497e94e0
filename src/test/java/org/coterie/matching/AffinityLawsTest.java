package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every person and every purpose. */
class AffinityLawsTest {

    @Property
    void caringMoreAboutASharedTagNeverLowersTheAffinity(
            @ForAll @IntRange(min = 1, max = 12) int tags,
            @ForAll @IntRange(min = 1, max = 5) int stated,
            @ForAll @IntRange(max = 4) int raised,
            @ForAll long seed) {
        var random = new Random(seed);
        double[] idf = random.doubles(tags, 0.02, 1).toArray();
        var weak = new float[tags];
        for (int t = 0; t < tags; t++) {
            weak[t] = 0.05f + 0.95f * random.nextFloat();
        }
        int shared = Math.min(stated, tags);
        var purpose =
                new Purpose(first(shared), DoubleStream.of(idf).limit(shared).toArray());
        float[] strong = weak.clone();
        strong[raised % shared] = Math.min(1, weak[raised % shared] * (1 + random.nextFloat()));

        double before = Affinity.of(new Profile(first(tags), weak, idf), purpose);
        double after = Affinity.of(new Profile(first(tags), strong, idf), purpose);

        assertThat(after).isGreaterThanOrEqualTo(before - 1e-12);
    }

    @Property
    void contributionsSumToTheAffinityWithinOne(
            @ForAll @IntRange(min = 1, max = 12) int tags,
            @ForAll @IntRange(min = 1, max = 5) int stated,
            @ForAll long seed) {
        var random = new Random(seed);
        double[] idf = random.doubles(tags + stated, 0.02, 1).toArray();
        var strengths = new float[tags];
        for (int t = 0; t < tags; t++) {
            strengths[t] = 0.05f + 0.95f * random.nextFloat();
        }
        int[] wanted = random.ints(0, tags + stated).distinct().limit(stated).toArray();
        var purpose = new Purpose(
                wanted, IntStream.of(wanted).mapToDouble(t -> idf[t]).toArray());
        var person = new Profile(
                first(tags), strengths, DoubleStream.of(idf).limit(tags).toArray());

        double affinity = Affinity.of(person, purpose);

        assertThat(affinity).isBetween(0.0, 1.0);
        assertThat(DoubleStream.of(Affinity.contributions(person, purpose)).sum())
                .isCloseTo(affinity, within(1e-9));
        assertThat(Affinity.carry(person, purpose)).isBetween(0.0, 1.0);
    }

    @Property
    void whoCaresAboutEverythingEquallyFitsByTheCosine(
            @ForAll @IntRange(min = 1, max = 12) int tags,
            @ForAll @IntRange(min = 1, max = 5) int stated,
            @ForAll long seed) {
        double[] idf = new Random(seed).doubles(tags, 0.02, 1).toArray();
        int shared = Math.min(stated, tags);
        var strengths = new float[tags];
        Arrays.fill(strengths, 0.6f);
        var purpose =
                new Purpose(first(shared), DoubleStream.of(idf).limit(shared).toArray());

        double squares = DoubleStream.of(idf).map(x -> x * x).sum();
        double sharedSquares =
                DoubleStream.of(idf).limit(shared).map(x -> x * x).sum();
        assertThat(Affinity.of(new Profile(first(tags), strengths, idf), purpose))
                .isCloseTo(sharedSquares / Math.sqrt(squares) / Math.sqrt(sharedSquares), within(1e-9));
    }

    @Property
    void theRarerATagTheMoreItSays(
            @ForAll @LongRange(min = 0, max = 1_000_000) long people,
            @ForAll @LongRange(min = 0, max = 1_000_000) long holders) {
        double idf = Rarity.idf(holders, people);

        assertThat(idf).isBetween(Rarity.COMMONEST, Rarity.RAREST);
        assertThat(Rarity.idf(holders + 1, people)).isLessThanOrEqualTo(idf);
    }

    @Example
    void oneTagSharedByTwoOfAThousandOutranksFiveSharedByNineHundred() {
        double rare = Rarity.idf(2, 1000);
        double common = Rarity.idf(900, 1000);
        var person = new Profile(new int[] {0, 1, 2, 3, 4, 5}, new float[] {0.2f, 1, 1, 1, 1, 1}, new double[] {
            rare, common, common, common, common, common
        });

        double oneRare = Affinity.of(person, new Purpose(new int[] {0}, new double[] {rare}));
        double fiveCommon = Affinity.of(
                person, new Purpose(new int[] {1, 2, 3, 4, 5}, new double[] {common, common, common, common, common}));

        assertThat(oneRare).isGreaterThan(fiveCommon);
    }

    private static int[] first(int tags) {
        return IntStream.range(0, tags).toArray();
    }
}

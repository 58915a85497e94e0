package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of very many who care about the same. */
class CrowdsTest {

    private static final int MANY = 1_000;

    /** What takes a fraction of a second must not take the cube of it. */
    private static Outcome formedBeforeLong(PopulationBuilder builder) {
        return assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> Matching.form(builder.build(), new FormationRules(3, 8, 1, 1), progress -> {}));
    }

    @Test
    void whoWantsToBeMoreThanAnyGroupIsCostsNoTime() {
        var builder = Population.builder();
        int tag = builder.tag(1);
        for (int p = 0; p < 2_500; p++) {
            int person = builder.person(11 + p, 0, 1);
            builder.interest(person, tag, 1, Stance.SHARE).company(person, 9 + p % 4, 12);
        }

        assertThat(formedBeforeLong(builder).groups()).isZero();
    }

    @Test
    void whoIsFarFromEverybodyAndDoesNotWantToBeAloneCostsLittleTime() {
        var builder = Population.builder();
        int tag = builder.tag(1);
        for (int p = 0; p < 400; p++) {
            int person = builder.person(11 + p, 0, 1);
            int east = p / 100;
            builder.interest(person, tag, 1, Stance.SHARE)
                    .company(person, 3, 8)
                    .place(person, p % 100 - 50, east, 1, false);
        }

        assertThat(formedBeforeLong(builder).groups()).isZero();
    }

    @Test
    void veryManyOfWhomEachCaresAboutOneThingOnlyCostNoMoreEach() {
        var builder = Population.builder();
        int tag = builder.tag(1);
        for (int p = 0; p < 250_000; p++) {
            builder.interest(builder.person(11 + p, 0, 1), tag, 1, Stance.SHARE);
        }

        assertThat(formedBeforeLong(builder).placed()).isEqualTo(250_000);
    }

    @Test
    void whoMeetsInPersonOnlyFindsTheNeighboursAmongVeryManyElsewhere() {
        var builder = Population.builder();
        int tag = builder.tag(1);
        for (int p = 0; p < 40_000; p++) {
            int person = builder.person(11 + p, 0, 1);
            int town = p / 8;
            builder.interest(person, tag, 1, Stance.SHARE)
                    .place(person, town / 100 - 25, town % 100 + 0.01 * (p % 8), 20, false);
        }

        assertThat(formedBeforeLong(builder).placed()).isEqualTo(40_000);
    }

    /** Everybody has friends besides, with whom they share what is rare: so nobody is left out, and helped, in the end. */
    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void whateverTheySpeakTheyMeetOverWhatVeryManyCareAbout(int languages) {
        var builder = Population.builder();
        int[] common = {builder.tag(1), builder.tag(2)};
        for (int one = 0; one < MANY; one++) {
            int[] rare = {builder.tag(10 + 2L * one), builder.tag(11 + 2L * one)};
            int person = builder.person(one, 1L << (one % languages), 2);
            IntStream.of(common).forEach(tag -> builder.interest(person, tag, 1, Stance.SHARE));
            IntStream.of(rare).forEach(tag -> builder.interest(person, tag, 0.15f, Stance.SHARE));
            for (int i = 1; i <= 2; i++) {
                int friend = builder.person((long) i * MANY + one, 0, 2);
                IntStream.of(rare).forEach(tag -> builder.interest(friend, tag, 1, Stance.SHARE));
            }
        }

        var outcome = Matching.form(builder.build(), new FormationRules(3, 8, 2, 1), progress -> {});

        long seated = IntStream.range(0, outcome.groups())
                .filter(g -> IntStream.of(outcome.purpose(g)).anyMatch(tag -> tag == common[0]))
                .flatMap(g -> IntStream.of(outcome.members(g)))
                .count();
        assertThat(seated).isEqualTo(MANY);
    }
}

package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

@Label("Fading")
class FadingTest {

    private static final Instant SAID = Instant.parse("2026-01-01T12:00:00Z");
    private static final long TEN_YEARS = 315_576_000;

    private final Fading fading = new Fading(Duration.ofDays(30));

    @Example
    void weightHalvesWithEveryHalfLife() {
        assertThat(fading.weightAfter(5, Duration.ZERO)).isEqualTo(1.0);
        assertThat(fading.weightAfter(5, Duration.ofDays(30))).isCloseTo(0.5, within(1e-12));
        assertThat(fading.weightAfter(1, Duration.ofDays(60))).isCloseTo(0.05, within(1e-12));
    }

    @Example
    void theFaintestLastsTwoHalfLives() {
        assertThat(fading.matchesUntil(1, SAID, null)).isEqualTo(SAID.plus(Duration.ofDays(60)));
    }

    @Example
    void anInterestHasAHalfLife() {
        assertThatThrownBy(() -> new Fading(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void whatStillMatchesWeighsATwentiethAtLeastAlsoWhereItWasSaidByALongerHalfLife() {
        var fast = new Fading(Duration.ofMinutes(30));

        assertThat((float) fast.weightOfMatching(5, Duration.ofDays(100))).isEqualTo(0.05f);
    }

    @Example
    void whatAnotherClockSaysWillBeSaidWeighsNoMoreThanAll() {
        assertThat((float) fading.weightOfMatching(5, Duration.ofSeconds(-2))).isEqualTo(1);
    }

    @Property
    void weightNeverGrowsWithAge(
            @ForAll @IntRange(min = 1, max = 5) int strength,
            @ForAll @LongRange(min = 0, max = TEN_YEARS) long age,
            @ForAll @LongRange(min = 1, max = TEN_YEARS) long later) {
        assertThat(fading.weightAfter(strength, Duration.ofSeconds(age + later)))
                .isLessThan(fading.weightAfter(strength, Duration.ofSeconds(age)));
    }

    @Property
    void whoCaresMoreIsHeardLonger(
            @ForAll @IntRange(min = 1, max = 4) int strength, @ForAll @LongRange(min = 0, max = TEN_YEARS) long age) {
        assertThat(fading.weightAfter(strength + 1, Duration.ofSeconds(age)))
                .isGreaterThan(fading.weightAfter(strength, Duration.ofSeconds(age)));
        assertThat(fading.matchesUntil(strength + 1, SAID, null)).isAfter(fading.matchesUntil(strength, SAID, null));
    }

    @Property
    void itMatchesAsLongAsItWeighsAtLeastATwentieth(
            @ForAll @IntRange(min = 1, max = 5) int strength, @ForAll @LongRange(min = 1, max = 10_000) long halfLife) {
        var slow = new Fading(Duration.ofMinutes(halfLife));
        Duration lasts = Duration.between(SAID, slow.matchesUntil(strength, SAID, null));

        assertThat(slow.weightAfter(strength, lasts)).isCloseTo(0.05, within(1e-5));
    }

    @Property
    void itIsOverWhenThePersonSaidOrBefore(
            @ForAll @IntRange(min = 1, max = 5) int strength, @ForAll @LongRange(min = 0, max = TEN_YEARS) long lasts) {
        Instant until = SAID.plusSeconds(lasts);

        assertThat(fading.matchesUntil(strength, SAID, until)).isBeforeOrEqualTo(until);
        assertThat(fading.matchesUntil(strength, SAID, until))
                .isBeforeOrEqualTo(fading.matchesUntil(strength, SAID, null));
    }

    @Property
    void sayingItAgainRenewsIt(
            @ForAll @IntRange(min = 1, max = 5) int strength, @ForAll @LongRange(min = 1, max = TEN_YEARS) long later) {
        assertThat(fading.matchesUntil(strength, SAID.plusSeconds(later), null))
                .isAfter(fading.matchesUntil(strength, SAID, null));
    }
}

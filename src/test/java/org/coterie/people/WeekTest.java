package org.coterie.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When somebody is free, by their clock and by that of everybody else. */
class WeekTest {

    private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");

    private static FreeTime time(DayOfWeek day, String from, String to) {
        return new FreeTime(day, from, to);
    }

    @Test
    void timesThatTouchAreOne() {
        var week = Week.of(List.of(
                time(DayOfWeek.FRIDAY, "20:00", "24:00"),
                time(DayOfWeek.FRIDAY, "18:30", "20:00"),
                time(DayOfWeek.FRIDAY, "19:00", "21:00"),
                time(DayOfWeek.SATURDAY, "00:00", "01:00"),
                time(DayOfWeek.MONDAY, "00:00", "00:30")));

        assertThat(week.times())
                .containsExactly(
                        time(DayOfWeek.MONDAY, "00:00", "00:30"),
                        time(DayOfWeek.FRIDAY, "18:30", "24:00"),
                        time(DayOfWeek.SATURDAY, "00:00", "01:00"));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll long seed) {
        var random = new Random(seed);
        List<FreeTime> times = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(10); i++) {
            int from = random.nextInt(48);
            int day = 48 * random.nextInt(7);
            times.add(FreeTime.between(day + from, day + from + 1 + random.nextInt(48 - from)));
        }
        var week = Week.of(times);

        assertThat(Week.read(week.write()).times()).isEqualTo(week.times());
        assertThat(week.write()).hasSizeLessThanOrEqualTo(84);
        assertThat(week.inUtc(ZoneId.of("UTC"), WINTER))
                .isEqualTo(Week.of(week.times()).inUtc(ZoneId.of("UTC"), WINTER));
        assertThat(week.inUtc(ZoneId.of("Asia/Kolkata"), WINTER).cardinality())
                .isEqualTo(week.inUtc(ZoneId.of("America/New_York"), WINTER).cardinality());
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Oslo,      2026-01-15T12:00:00Z, MONDAY,  18:00, 20:00, 68, 76",
        "Europe/Oslo,      2026-07-15T12:00:00Z, MONDAY,  18:00, 20:00, 64, 72",
        "America/New_York, 2026-01-15T12:00:00Z, MONDAY,  18:00, 20:00, 92, 100",
        "Asia/Kolkata,     2026-01-15T12:00:00Z, TUESDAY, 18:00, 19:00, 146, 150",
        "Asia/Kathmandu,   2026-01-15T12:00:00Z, MONDAY,  18:00, 20:00, 49, 57",
    })
    void aClockIsReadAsItStandsAgainstAllOthers(
            ZoneId zone, Instant now, DayOfWeek day, String from, String to, int first, int end) {
        var expected = new BitSet();
        expected.set(first, end);

        assertThat(Week.of(List.of(time(day, from, to))).inUtc(zone, now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Oslo", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland", "America/New_York"})
    void whatIsReadByAnotherClockIsReadBackByItsOwn(ZoneId zone) {
        var week = Week.of(List.of(time(DayOfWeek.MONDAY, "00:00", "02:30"), time(DayOfWeek.SUNDAY, "22:30", "24:00")));

        assertThat(Week.within(week.inUtc(zone, WINTER), zone, WINTER).times()).isEqualTo(week.times());
        assertThat(Week.around(week.inUtc(zone, WINTER), zone, WINTER).times()).isEqualTo(week.times());
    }

    @Test
    void byAClockAQuarterOfAnHourOffWholeHalfHoursAreFewerThanThoseOfWhichAPartIsFree() {
        BitSet free = Week.of(List.of(time(DayOfWeek.MONDAY, "12:00", "13:00"))).inUtc(ZoneOffset.UTC, WINTER);
        ZoneId nepal = ZoneId.of("Asia/Kathmandu");

        assertThat(Week.within(free, nepal, WINTER).times()).containsExactly(time(DayOfWeek.MONDAY, "18:00", "18:30"));
        assertThat(Week.around(free, nepal, WINTER).times()).containsExactly(time(DayOfWeek.MONDAY, "17:30", "19:00"));
    }

    @Test
    void theWeekIsRound() {
        var early = Week.of(List.of(time(DayOfWeek.MONDAY, "00:00", "01:00")));
        var expected = new BitSet();
        expected.set(668, 672);

        assertThat(early.inUtc(ZoneId.of("Europe/Oslo"), WINTER)).isEqualTo(expected);
    }

    @Test
    void noTimeIsNoWeek() {
        assertThat(Week.of(List.of()).isEmpty()).isTrue();
        assertThat(Week.of(List.of(time(DayOfWeek.SUNDAY, "23:30", "24:00"))).isEmpty())
                .isFalse();
    }
}

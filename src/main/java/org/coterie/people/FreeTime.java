package org.coterie.people;

import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stretch of one day of the week in which somebody is usually free. */
@Schema(name = "FreeTime", description = "A stretch of one day of the week that is usually free.")
public record FreeTime(
        @Schema(description = "Which day.", examples = "TUESDAY") @Nullable
        DayOfWeek day,

        @Schema(description = "From when on, by the clock, on the half-hour.", examples = "07:30")
        @Nullable
        @Pattern(regexp = FreeTime.BEGIN, message = "wrong-format.half-hour")
        String from,

        @Schema(description = "Until when, after `from` on the same day; the day ends at `24:00`.", examples = "09:00")
        @Nullable
        @Pattern(regexp = FreeTime.END, message = "wrong-format.half-hour")
        String to) {

    private static final String BEGIN = "([01][0-9]|2[0-3]):[03]0";
    private static final String END = BEGIN + "|24:00";
    private static final int A_DAY = 48;

    /** The stretch from one half-hour of the week up to another on the same day, both counted from Monday 0:00. */
    static FreeTime between(int from, int to) {
        return new FreeTime(DayOfWeek.of(1 + from / A_DAY), clock(from % A_DAY), clock(to - from / A_DAY * A_DAY));
    }

    private static String clock(int halfHour) {
        return "%02d:%s".formatted(halfHour / 2, halfHour % 2 == 0 ? "00" : "30");
    }

    /** Whether it begins before it ends, as far as both can be read. */
    boolean beginsBeforeItEnds() {
        return from == null || to == null || !from.matches(BEGIN) || !to.matches(END) || from.compareTo(to) < 0;
    }

    /** The first half-hour of the week that belongs to it. */
    int first() {
        return halfHour(Objects.requireNonNull(from));
    }

    /** The first half-hour of the week that does not belong to it any more. */
    int end() {
        return halfHour(Objects.requireNonNull(to));
    }

    private int halfHour(String clock) {
        return (Objects.requireNonNull(day).getValue() - 1) * A_DAY
                + 2 * Integer.parseInt(clock.substring(0, 2))
                + (clock.charAt(3) == '3' ? 1 : 0);
    }
}

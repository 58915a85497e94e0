package org.coterie.people;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The half-hours of a usual week in which somebody is free, by their own clock: bit 0 begins on Monday at 0:00. */
final class Week {

    private static final int A_DAY = 48;
    private static final int A_WEEK = 7 * A_DAY;

    /** Of an hour: by so much clocks stand apart, in Nepal and some other places. */
    private static final int QUARTERS = 2 * A_WEEK;

    private static final int SECONDS = 15 * 60;

    private final BitSet free;

    private Week(BitSet free) {
        this.free = free;
    }

    /** The week in which somebody is free at these times, which may overlap. */
    static Week of(List<FreeTime> times) {
        var free = new BitSet(A_WEEK);
        times.forEach(time -> free.set(time.first(), time.end()));
        return new Week(free);
    }

    /** A week that is free from beginning to end. */
    static Week always() {
        return stretch(0, A_WEEK);
    }

    /** Parts of a week as people speak of them, a night, a morning, an afternoon or an evening, then its days. */
    static List<Week> parts() {
        return IntStream.of(A_DAY / 4, A_DAY)
                .boxed()
                .flatMap(length -> IntStream.range(0, A_WEEK / length).mapToObj(i -> stretch(i * length, length)))
                .toList();
    }

    private static Week stretch(int from, int length) {
        var free = new BitSet(A_WEEK);
        free.set(from, from + length);
        return new Week(free);
    }

    /** The half-hours of this week that are not of another. */
    Week without(Week other) {
        var left = (BitSet) free.clone();
        left.andNot(other.free);
        return new Week(left);
    }

    /** How many half-hours are free in both. */
    int common(Week other) {
        var both = (BitSet) free.clone();
        both.and(other.free);
        return both.cardinality();
    }

    /** How many half-hours are free. */
    int length() {
        return free.cardinality();
    }

    /** The half-hours of both. */
    Week and(Week other) {
        var both = (BitSet) free.clone();
        both.or(other.free);
        return new Week(both);
    }

    /**
     * The fewest half-hours of another week with which this one would have so many in common with it: at one stretch, next
     * to what is common already if it can be, else the earliest. Empty where the other has too few.
     */
    Week leastOf(Week other, int halfHours) {
        var common = (BitSet) free.clone();
        common.and(other.free);
        BitSet missing = other.without(this).free;
        int needed = halfHours - common.cardinality();
        var least = new BitSet(A_WEEK);
        if (needed <= 0 || missing.cardinality() < needed) {
            return new Week(least);
        }
        int best = -1;
        boolean adjoins = false;
        for (int from = missing.nextSetBit(0), to; from >= 0 && !adjoins; from = missing.nextSetBit(to)) {
            to = missing.nextClearBit(from);
            boolean follows = from > 0 && common.get(from - 1);
            boolean precedes = common.get(to);
            adjoins = to - from >= needed && (follows || precedes);
            if (adjoins || (best < 0 && to - from >= needed)) {
                best = follows || !precedes ? from : to - needed;
            }
        }
        if (best >= 0) {
            least.set(best, best + needed);
        } else {
            missing.stream().limit(needed).forEach(least::set);
        }
        return new Week(least);
    }

    /** As {@link #write} wrote it. */
    static Week read(String written) {
        return new Week(BitSet.valueOf(reversed(new BigInteger(written, 16).toByteArray())));
    }

    /** In hexadecimal digits, the last half-hour of the week first. */
    String write() {
        return new BigInteger(1, reversed(free.toByteArray())).toString(16);
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    boolean isEmpty() {
        return free.isEmpty();
    }

    /** The same as stretches of a day each, in the order of the week, none touching another on its day. */
    List<FreeTime> times() {
        List<FreeTime> times = new ArrayList<>();
        for (int from = free.nextSetBit(0), to; from >= 0; from = free.nextSetBit(to)) {
            to = Math.min(free.nextClearBit(from), (from / A_DAY + 1) * A_DAY);
            times.add(FreeTime.between(from, to));
        }
        return times;
    }

    /** The same in quarters of an hour by the clock of UTC, as clocks stand against it at this moment. */
    BitSet inUtc(ZoneId zone, Instant now) {
        var quarters = new BitSet(QUARTERS);
        free.stream().forEach(halfHour -> quarters.set(2 * halfHour, 2 * halfHour + 2));
        return moved(quarters, ahead(zone, now));
    }

    /** The half-hours that are free as a whole in these quarters of an hour in UTC, by the clock of a zone at this moment. */
    static Week within(BitSet utc, ZoneId zone, Instant now) {
        return halfHours(moved(utc, -ahead(zone, now)), 2);
    }

    /** The half-hours of which a part is free in these quarters of an hour in UTC, by the clock of a zone at this moment. */
    static Week around(BitSet utc, ZoneId zone, Instant now) {
        return halfHours(moved(utc, -ahead(zone, now)), 1);
    }

    /** Those of which so many quarters of an hour are free. */
    private static Week halfHours(BitSet quarters, int fewest) {
        var free = new BitSet(A_WEEK);
        for (int halfHour = 0; halfHour < A_WEEK; halfHour++) {
            free.set(halfHour, quarters.get(2 * halfHour, 2 * halfHour + 2).cardinality() >= fewest);
        }
        return new Week(free);
    }

    private static int ahead(ZoneId zone, Instant now) {
        return zone.getRules().getOffset(now).getTotalSeconds();
    }

    /** The quarters by a clock that stands so many seconds behind: all of them, as today's clocks differ by whole ones. */
    private static BitSet moved(BitSet quarters, int seconds) {
        var moved = new BitSet(QUARTERS);
        quarters.stream().forEach(quarter -> moved.set(Math.floorMod(quarter - seconds / SECONDS, QUARTERS)));
        return moved;
    }
}

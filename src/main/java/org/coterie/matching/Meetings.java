package org.coterie.matching;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;

/** Who has been in a group with whom, and when they last were: some 60 bytes for each two people, nothing where nobody has. */
final class Meetings {

    /** When two were last together who never were. */
    static final long NEVER = Long.MIN_VALUE;

    /** As they came: two people, and when. */
    private final LongArrayList pairs;

    private final LongArrayList times;

    /** For two people, the lower number above, when they last met. */
    private final Long2LongMap last = new Long2LongOpenHashMap();

    Meetings() {
        this(new LongArrayList(), new LongArrayList());
    }

    private Meetings(LongArrayList pairs, LongArrayList times) {
        this.pairs = pairs;
        this.times = times;
        last.defaultReturnValue(NEVER);
    }

    void add(int one, int other, long when) {
        pairs.add(pair(one, other));
        times.add(when);
    }

    /** The same meetings of people by other numbers, the latest of any two. */
    Meetings renumbered(int[] numberOf) {
        var other = new Meetings(pairs, times);
        for (int i = 0; i < pairs.size(); i++) {
            int one = numberOf[(int) (pairs.getLong(i) >>> 32)];
            int another = numberOf[(int) pairs.getLong(i)];
            other.last.mergeLong(pair(one, another), times.getLong(i), Math::max);
        }
        return other;
    }

    /** A copy that does not change with this one. */
    Meetings copy() {
        return new Meetings(new LongArrayList(pairs), new LongArrayList(times));
    }

    boolean isEmpty() {
        return last.isEmpty();
    }

    /** When two people last met, or {@link #NEVER}. */
    long last(int one, int other) {
        return last.get(pair(one, other));
    }

    /** When any of these people last met somebody, ascending, each time once. */
    long[] times(BitSet people) {
        return last.long2LongEntrySet().stream()
                .filter(met -> people.get((int) (met.getLongKey() >>> 32)) || people.get((int) met.getLongKey()))
                .mapToLong(Long2LongMap.Entry::getLongValue)
                .sorted()
                .distinct()
                .toArray();
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }
}

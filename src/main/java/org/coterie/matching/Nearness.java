package org.coterie.matching;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrays;

/**
 * Which tags mean nearly the same, and how sure that is. Nothing becomes one by it: whoever holds a tag is taken to hold a
 * near one in part, by the confidence, and nothing beyond that one. Each tag has {@value #MOST} near tags at most, the surest.
 *
 * <p>Tags are known by numbers. A confidence counts in thousandths.
 */
public final class Nearness {

    /** No tag has more near ones. */
    public static final int MOST = 3;

    /** Nothing means nearly the same as anything else. */
    public static final Nearness NONE = new Builder().build();

    /** A tag's near ones are those from {@code start[t]} to {@code start[t + 1]}, the surest first. */
    private final int[] start;

    private final int[] tag;
    private final int[] confidence;

    private Nearness(Builder builder) {
        long[] surestFirst = surestFirst(builder.confidences);
        var left = new int[builder.tags];
        var kept = new long[surestFirst.length];
        int pairs = 0;
        for (long pair : surestFirst) {
            if (left[one(pair)] < MOST && left[other(pair)] < MOST) {
                left[one(pair)]++;
                left[other(pair)]++;
                kept[pairs++] = pair;
            }
        }
        start = new int[builder.tags + 1];
        for (int t = 0; t < left.length; t++) {
            start[t + 1] = start[t] + left[t];
        }
        tag = new int[2 * pairs];
        confidence = new int[2 * pairs];
        var next = start.clone();
        for (int i = 0; i < pairs; i++) {
            int sure = builder.confidences.get(kept[i]);
            put(next[one(kept[i])]++, other(kept[i]), sure);
            put(next[other(kept[i])]++, one(kept[i]), sure);
        }
    }

    private void put(int at, int near, int sure) {
        tag[at] = near;
        confidence[at] = sure;
    }

    /** Of pairs that are as sure, those with the lower numbers come first. */
    private static long[] surestFirst(Long2IntMap confidences) {
        long[] pairs = confidences.keySet().toLongArray();
        LongArrays.quickSort(pairs, (a, b) -> {
            int bySure = Integer.compare(confidences.get(b), confidences.get(a));
            return bySure != 0 ? bySure : Long.compare(a, b);
        });
        return pairs;
    }

    /** A builder without pairs. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether no tag has a near one. */
    public boolean isEmpty() {
        return tag.length == 0;
    }

    /** How sure it is that two tags mean nearly the same, in (0, 1]; 0 where they are not near. */
    public double confidence(int a, int b) {
        return (double) thousandths(a, b) / Shares.WHOLE;
    }

    /** How sure it is that two tags mean nearly the same, in thousandths; 0 where they are not near. */
    int thousandths(int a, int b) {
        for (int n = from(a); n < to(a); n++) {
            if (tag[n] == b) {
                return confidence[n];
            }
        }
        return 0;
    }

    /** Which of the tag's near ones another is: 0 for the surest; -1 where they are not near. */
    int rank(int t, int other) {
        for (int n = from(t); n < to(t); n++) {
            if (tag[n] == other) {
                return n - from(t);
            }
        }
        return -1;
    }

    /** Whether the tag has near ones. */
    boolean isNear(int t) {
        return from(t) < to(t);
    }

    /** Where the tag's near ones begin, the surest first, to be asked for with {@link #near}. */
    int from(int t) {
        return t + 1 < start.length ? start[t] : 0;
    }

    /** Where they end. */
    int to(int t) {
        return t + 1 < start.length ? start[t + 1] : 0;
    }

    /** The near tag there. */
    int near(int at) {
        return tag[at];
    }

    /** How sure it is, in thousandths. */
    int thousandths(int at) {
        return confidence[at];
    }

    /**
     * Which tag of a purpose somebody answers by holding this one: itself, else the surest of its near ones. It is one at most,
     * so that one word never counts as several.
     *
     * @return i for the i-th of these tags, or -1
     */
    int answered(int held, int[] purpose, int from, int size) {
        int best = -1;
        int surest = 0;
        for (int i = 0; i < size; i++) {
            if (purpose[from + i] == held) {
                return i;
            }
            int sure = thousandths(held, purpose[from + i]);
            if (sure > surest) {
                best = i;
                surest = sure;
            }
        }
        return best;
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private static int one(long pair) {
        return (int) (pair >>> 32);
    }

    private static int other(long pair) {
        return (int) pair;
    }

    /** Takes pairs in any order, each as often and either way round as it comes. */
    public static final class Builder {

        private final Long2IntMap confidences = new Long2IntOpenHashMap();
        private int tags;

        private Builder() {}

        /**
         * Says that two tags mean nearly the same; of several times the surest counts.
         *
         * @param confidence how sure that is, in (0, 1]
         * @throws IllegalArgumentException if the two are one, a number is negative, or the confidence outside its range
         */
        public Builder near(int a, int b, double confidence) {
            if (a == b || a < 0 || b < 0) {
                throw new IllegalArgumentException("two different tags are near, not %d and %d".formatted(a, b));
            }
            if (!(confidence > 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence must be in (0, 1], not %s".formatted(confidence));
            }
            return put(a, b, (int) Math.max(1, Math.round(confidence * Shares.WHOLE)));
        }

        private Builder put(int a, int b, int thousandths) {
            confidences.mergeInt(pair(a, b), thousandths, Math::max);
            tags = Math.max(tags, Math.max(a, b) + 1);
            return this;
        }

        /** What was said so far. */
        public Nearness build() {
            return new Nearness(this);
        }

        /** What was said so far, of tags by other numbers: these decide between what is as sure. */
        Nearness build(int[] numberOf) {
            var renumbered = new Builder();
            confidences.forEach((pair, sure) -> renumbered.put(numberOf[one(pair)], numberOf[other(pair)], sure));
            return renumbered.build();
        }

        Builder copy() {
            var copy = new Builder();
            copy.confidences.putAll(confidences);
            copy.tags = tags;
            return copy;
        }
    }
}

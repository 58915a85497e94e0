package org.coterie.matching;

/**
 * How much of each tag of one purpose somebody carries: all of it where they hold the tag, the confidence where they hold one
 * that means nearly the same. Packed into a number, ten bits a tag, in thousandths.
 */
final class Shares {

    /** All of a tag. */
    static final int WHOLE = 1_000;

    private static final int WIDTH = 10;
    private static final long MASK = (1 << WIDTH) - 1;
    private static final long[] HELD = new long[1 << Purpose.MOST_TAGS];

    static {
        for (int held = 0; held < HELD.length; held++) {
            for (int i = 0; i < Purpose.MOST_TAGS; i++) {
                HELD[held] = (held >> i & 1) == 0 ? HELD[held] : with(HELD[held], i, WHOLE);
            }
        }
    }

    private Shares() {}

    /** All of the tags whose bits are set, nothing of the others. */
    static long held(int bits) {
        return HELD[bits];
    }

    /** The same with so much of the i-th tag, of which there was nothing. */
    static long with(long shares, int i, int thousandths) {
        return shares | ((long) thousandths << (WIDTH * i));
    }

    /** How much of the i-th tag, in thousandths. */
    static int of(long shares, int i) {
        return (int) ((shares >> (WIDTH * i)) & MASK);
    }

    /** The first tag that anything is carried of, or a number beyond the last. */
    static int first(long shares) {
        return Long.numberOfTrailingZeros(shares) / WIDTH;
    }
}

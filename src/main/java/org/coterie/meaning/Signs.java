package org.coterie.meaning;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Vectors in little memory, by their number: each in eight bits a dimension, and in one bit, whether it is above the mean
 * of all. In how many bits two differ tells quickly which of very many are worth a closer look (Charikar 2002). Not
 * thread-safe.
 */
final class Signs {

    private static final int DIMENSIONS = SentenceModel.DIMENSIONS;
    private static final int WORDS = DIMENSIONS / Long.SIZE;
    private static final int FEWEST = 256;

    /** A product with 127 in each dimension still is an int. */
    private static final int WHOLE = 1 << 14;

    private byte[][] rounded = new byte[FEWEST][];
    private float[] steps = new float[FEWEST];
    private long[] signs = new long[FEWEST * WORDS];
    private final float[] mean = new float[DIMENSIONS];
    private int end;

    /** Keeps this vector under a number, at most one above the largest so far. */
    void put(int number, float[] vector) {
        if (number == rounded.length) {
            grow();
        }
        end = Math.max(end, number + 1);
        float largest = Float.MIN_NORMAL;
        for (float one : vector) {
            largest = Math.max(largest, Math.abs(one));
        }
        byte[] all = new byte[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            all[i] = (byte) Math.round(vector[i] / largest * Byte.MAX_VALUE);
        }
        rounded[number] = all;
        steps[number] = largest / Byte.MAX_VALUE;
        sign(number);
    }

    /** Puts zeros under this number. */
    void clear(int number) {
        put(number, new float[DIMENSIONS]);
    }

    /** Whether there are zeros under this number. */
    boolean saysNothing(int number) {
        return steps[number] <= Float.MIN_NORMAL;
    }

    /** A vector in whole numbers, with which the processor reckons in half the time. */
    static int[] whole(float[] vector) {
        int[] whole = new int[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            whole[i] = Math.round(vector[i] * WHOLE);
        }
        return whole;
    }

    /** The cosine of the vector of this number with another, in whole numbers, both of length 1; within some 0.002. */
    double cosine(int number, int[] whole) {
        byte[] all = rounded[number];
        int sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += all[i] * whole[i];
        }
        return (double) sum * steps[number] / WHOLE;
    }

    /** Some of the numbers, at most so many, whose vectors differ from this in the fewest bits. */
    IntArrayList nearest(float[] vector, int limit) {
        long[] asked = new long[WORDS];
        for (int i = 0; i < DIMENSIONS; i++) {
            if (vector[i] > mean[i]) {
                asked[i / Long.SIZE] |= 1L << i;
            }
        }
        short[] distances = new short[end];
        int[] counts = new int[DIMENSIONS + 1];
        for (int number = 0; number < end; number++) {
            int at = number * WORDS;
            int distance = Long.bitCount(signs[at] ^ asked[0])
                    + Long.bitCount(signs[at + 1] ^ asked[1])
                    + Long.bitCount(signs[at + 2] ^ asked[2])
                    + Long.bitCount(signs[at + 3] ^ asked[3])
                    + Long.bitCount(signs[at + 4] ^ asked[4])
                    + Long.bitCount(signs[at + 5] ^ asked[5]);
            distances[number] = (short) distance;
            counts[distance]++;
        }
        int farthest = 0;
        int closer = 0;
        while (farthest < DIMENSIONS && closer + counts[farthest] <= limit) {
            closer += counts[farthest];
            farthest++;
        }
        var found = new IntArrayList(limit);
        int last = limit - closer;
        for (int number = 0; number < end && found.size() < limit; number++) {
            if (distances[number] < farthest || (distances[number] == farthest && last-- > 0)) {
                found.add(number);
            }
        }
        return found;
    }

    /** Makes room for as many again, and looks anew where the mean is. */
    private void grow() {
        rounded = Arrays.copyOf(rounded, 2 * rounded.length);
        steps = Arrays.copyOf(steps, rounded.length);
        signs = Arrays.copyOf(signs, rounded.length * WORDS);
        double[] sums = new double[DIMENSIONS];
        for (int number = 0; number < end; number++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                sums[i] += rounded[number][i] * steps[number];
            }
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            mean[i] = (float) (sums[i] / end);
        }
        for (int number = 0; number < end; number++) {
            sign(number);
        }
    }

    private void sign(int number) {
        byte[] all = rounded[number];
        Arrays.fill(signs, number * WORDS, (number + 1) * WORDS, 0);
        for (int i = 0; i < DIMENSIONS; i++) {
            if (all[i] * steps[number] > mean[i]) {
                signs[number * WORDS + i / Long.SIZE] |= 1L << i;
            }
        }
    }
}

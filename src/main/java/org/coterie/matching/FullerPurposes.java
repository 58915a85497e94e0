package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which promises need not be looked at as long as a fuller one is: where the same people carry two purposes and the one states all
 * that the other does, everybody gains at least as much from it, and so it promises at least as much at any time. Only where it
 * turns out that no further group can be founded for it, though it promises one, those behind it come into question.
 */
final class FullerPurposes {

    private static final int NONE = -1;

    private final Promises promises;
    private final Candidates candidates;

    /** The promises behind others. */
    private final BitSet behind = new BitSet();

    /** Of a promise the first that is behind it, and of that the next. */
    private final int[] next;

    FullerPurposes(Promises promises, Candidates candidates) {
        this.promises = promises;
        this.candidates = candidates;
        next = new int[promises.count()];
        Arrays.fill(next, NONE);
        long[] crowds = promises.signatures();
        int[] order = IntStream.range(0, crowds.length).toArray();
        LongArrays.radixSortIndirect(order, crowds, true);
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && crowds[order[to]] == crowds[order[from]]) {
                to++;
            }
            if (crowds[order[from]] != Promises.NO_SIGNATURE) {
                compare(order, from, to);
            }
        }
    }

    /** Whether a fuller one is looked at instead of this promise. */
    boolean isBehind(int promise) {
        return behind.get(promise);
    }

    /** The promises behind this one, which are so no more. */
    IntArrayList release(int promise) {
        var released = new IntArrayList();
        for (int i = next[promise]; i != NONE; i = next[i]) {
            released.add(i);
        }
        next[promise] = NONE;
        return released;
    }

    /** Puts each of some promises to the same people behind the fullest that states all that it does. */
    private void compare(int[] order, int from, int to) {
        if (to - from == 1) {
            return;
        }
        int[][] purposes = Arrays.stream(order, from, to)
                .mapToObj(promise -> candidates.purpose(promises.candidate(promise)))
                .toArray(int[][]::new);
        for (int i = 0; i < purposes.length; i++) {
            int most = purposes[i].length;
            int fullest = NONE;
            for (int k = 0; k < purposes.length; k++) {
                if (purposes[k].length > most && statesAll(purposes[k], purposes[i])) {
                    most = purposes[k].length;
                    fullest = order[from + k];
                }
            }
            if (fullest != NONE) {
                int promise = order[from + i];
                behind.set(promise);
                next[promise] = next[fullest];
                next[fullest] = promise;
            }
        }
    }

    /** Whether one purpose states all that another does. */
    private static boolean statesAll(int[] full, int[] part) {
        int i = 0;
        for (int k = 0; k < full.length && i < part.length; k++) {
            i += full[k] == part[i] ? 1 : 0;
        }
        return i == part.length;
    }
}

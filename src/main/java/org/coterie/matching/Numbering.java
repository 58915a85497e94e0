package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** In which order people and tags are numbered, whatever the order they came in. */
final class Numbering {

    private Numbering() {}

    /** Indices in the order of a hash of seed and key. */
    static int[] shuffled(int size, long seed, IntToLongFunction key) {
        var ranks = new long[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = mixed(key.applyAsLong(i) + mixed(seed));
        }
        int[] order = IntStream.range(0, size).toArray();
        IntArrays.mergeSort(order, (a, b) -> Long.compare(ranks[a], ranks[b]));
        return order;
    }

    /** Tags in the order of how many hold them, those alike shuffled. */
    static int[] rarestFirst(Population population, long seed) {
        int[] order = shuffled(population.tags(), seed, population::tagKey);
        var counted = new int[population.tags()];
        for (int i = 0; i < population.interests(); i++) {
            counted[population.tagOf(i)]++;
        }
        IntArrays.mergeSort(
                order,
                (a, b) -> Integer.compare(
                        Math.max(counted[a], population.statedHolders(a)),
                        Math.max(counted[b], population.statedHolders(b))));
        return order;
    }

    /** Where each index is in an order. */
    static int[] inverse(int[] order) {
        var inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    /** Spreads the bits of a number over all 64: the finaliser of SplitMix64. */
    private static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

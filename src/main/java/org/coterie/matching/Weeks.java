package org.coterie.matching;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * In which quarters of an hour of a usual week people are free. Many are so at the same times, and therefore each different week is
 * kept once. Nothing is known of most people.
 */
final class Weeks {

    /** How many quarters of an hour a week has. */
    static final int QUARTERS = 7 * 24 * 4;

    /** A week is kept in so many parts. */
    static final int PARTS = (QUARTERS + Long.SIZE - 1) / Long.SIZE;

    /** The week of those of whom nothing is known: compatible with every other. */
    private static final int UNKNOWN = 0;

    private final Map<BitSet, Integer> numbers;
    private final LongArrayList words;
    private int[] weekOf = new int[0];

    Weeks() {
        numbers = new HashMap<>();
        words = new LongArrayList();
        for (int i = 0; i < PARTS; i++) {
            words.add(-1);
        }
    }

    private Weeks(Weeks other, int[] weekOf) {
        this.numbers = other.numbers;
        this.words = other.words;
        this.weekOf = weekOf;
    }

    /** Notes when a person is free; without any quarter, in no group whose members have to share hours. */
    void put(int person, BitSet free) {
        if (person >= weekOf.length) {
            weekOf = Arrays.copyOf(weekOf, person + person / 2 + 16);
        }
        weekOf[person] = numberOf(free);
    }

    private int numberOf(BitSet free) {
        Integer known = numbers.get(free);
        if (known != null) {
            return known;
        }
        int number = words.size() / PARTS;
        for (long word : Arrays.copyOf(free.toLongArray(), PARTS)) {
            words.add(word);
        }
        numbers.put((BitSet) free.clone(), number);
        return number;
    }

    /** The same weeks of people who are numbered anew: the i-th is who was {@code before[i]}. */
    Weeks renumbered(int[] before) {
        if (isEmpty()) {
            return new Weeks(this, new int[0]);
        }
        var renumbered = new int[before.length];
        for (int p = 0; p < before.length; p++) {
            renumbered[p] = weekOf(before[p]);
        }
        return new Weeks(this, renumbered);
    }

    /** Whether nobody's week is known. */
    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** When the person is free: the same number means the same week. */
    int weekOf(int person) {
        return person < weekOf.length ? weekOf[person] : UNKNOWN;
    }

    /** In which quarters of an hour of the i-th part of a week one is free: a bit for each. */
    long part(int week, int i) {
        return words.getLong(week * PARTS + i);
    }
}

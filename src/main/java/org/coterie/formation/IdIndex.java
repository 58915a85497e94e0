package org.coterie.formation;

import java.util.Arrays;
import java.util.UUID;

/** Numbers ids 0, 1, 2 … as they come: 16 bytes an id and a slot, and no object. Holds up to a billion. */
final class IdIndex {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];

    /** Open addressing: the number of an id plus one, or 0 where a slot is free; at most half are taken. */
    private int[] slots = new int[2 * FIRST_CAPACITY];

    private int size;

    /** The id's number, a new one where it has none yet. */
    int add(UUID id) {
        int slot = slotOf(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        if (size == high.length) {
            grow();
            slot = slotOf(id.getMostSignificantBits(), id.getLeastSignificantBits());
        }
        high[size] = id.getMostSignificantBits();
        low[size] = id.getLeastSignificantBits();
        slots[slot] = ++size;
        return size - 1;
    }

    /** The id's number, or -1. */
    int find(UUID id) {
        return slots[slotOf(id.getMostSignificantBits(), id.getLeastSignificantBits())] - 1;
    }

    /** The id with this number. */
    UUID get(int number) {
        return new UUID(high[number], low[number]);
    }

    int size() {
        return size;
    }

    private int slotOf(long h, long l) {
        long mixed = (h ^ Long.rotateLeft(l, 32)) * GOLDEN_RATIO;
        int slot = (int) (mixed >>> (Long.numberOfLeadingZeros(slots.length) + 1));
        while (slots[slot] > 0 && (high[slots[slot] - 1] != h || low[slots[slot] - 1] != l)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        high = Arrays.copyOf(high, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        slots = new int[4 * size];
        for (int number = 0; number < size; number++) {
            slots[slotOf(high[number], low[number])] = number + 1;
        }
    }
}

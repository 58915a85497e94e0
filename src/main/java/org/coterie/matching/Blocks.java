package org.coterie.matching;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.BitSet;

/** Who is kept out of whose groups, whoever of the two asked for it. */
final class Blocks {

    private final LongOpenHashSet pairs = new LongOpenHashSet();

    /** Most people keep nobody out and are asked about most: a bit tells that faster than the set. */
    private final BitSet anybody = new BitSet();

    Blocks(Population population, int[] numberOfPerson) {
        for (int b = 0; b < population.blocks(); b++) {
            block(numberOfPerson[population.blocker(b)], numberOfPerson[population.blocked(b)]);
        }
    }

    boolean between(int a, int b) {
        return anybody.get(a) && anybody.get(b) && pairs.contains(pair(a, b));
    }

    private void block(int a, int b) {
        anybody.set(a);
        anybody.set(b);
        pairs.add(pair(a, b));
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }
}

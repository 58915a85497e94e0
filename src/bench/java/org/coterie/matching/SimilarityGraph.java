package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * The graph that clustering starts from: everybody is tied to the 15 people most like them by the cosine of x_pt.
 *
 * <p>Likeness is looked for behind tags of so many holders at most: behind commoner ones everybody is like everybody, and to
 * look behind all takes time that grows with the square of the people.
 */
final class SimilarityGraph {

    private static final int NEIGHBOURS = 15;

    private final Index index;
    private final int commonest;
    private final float[] cosine;
    private final IntArrayList alike = new IntArrayList();

    private SimilarityGraph(Index index, int commonest) {
        this.index = index;
        this.commonest = commonest;
        cosine = new float[index.people];
    }

    /**
     * The graph of these people, each a node of their number.
     *
     * @param commonest how many people hold a tag at most behind which likeness is looked for
     */
    static Network of(Index index, int commonest) {
        return new SimilarityGraph(index, commonest).network();
    }

    private Network network() {
        var one = new LargeIntArray(0);
        var other = new LargeIntArray(0);
        var weight = new LargeDoubleArray(0);
        var nearest = new int[index.people][];
        var likeness = new float[index.people][];
        for (int p = 0; p < index.people; p++) {
            compare(p);
            nearest[p] = nearest();
            likeness[p] = new float[nearest[p].length];
            for (int i = 0; i < nearest[p].length; i++) {
                likeness[p][i] = cosine[nearest[p][i]];
            }
            alike.forEach(q -> cosine[q] = 0);
        }
        for (int p = 0; p < index.people; p++) {
            int tied = p;
            for (int i = 0; i < nearest[p].length; i++) {
                int q = nearest[p][i];
                if (p < q || IntStream.of(nearest[q]).noneMatch(r -> r == tied)) {
                    one.append(p);
                    other.append(q);
                    weight.append(likeness[p][i]);
                }
            }
        }
        return new Network(index.people, false, new LargeIntArray[] {one, other}, weight, false, false);
    }

    /** Leaves in {@link #cosine} how like a person everybody is who is {@link #alike} at all. */
    private void compare(int person) {
        alike.clear();
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            int tag = index.tag[e];
            if (index.holders(tag) <= commonest) {
                for (int h = index.holderStart[tag]; h < index.holderStart[tag + 1]; h++) {
                    int q = index.holder[h];
                    if (q != person) {
                        if (cosine[q] == 0) {
                            alike.add(q);
                        }
                        // a share is the square of a part of the unit vector
                        cosine[q] += (float) Math.sqrt(index.share[e] * index.share[index.entry(q, tag)]);
                    }
                }
            }
        }
    }

    private int[] nearest() {
        int[] nearest = alike.toIntArray();
        if (nearest.length > NEIGHBOURS) {
            var best = new long[nearest.length];
            for (int i = 0; i < best.length; i++) {
                best[i] = (long) -Float.floatToIntBits(cosine[nearest[i]]) << 32 | nearest[i];
            }
            Arrays.sort(best);
            nearest = IntStream.range(0, NEIGHBOURS).map(i -> (int) best[i]).toArray();
        }
        return nearest;
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Step 2: which purposes do people already share? Every set of 2 to 5 tags that enough people carry is met once, at its
 * rarest tag, the root; a root keeps its best; what chance explains is dropped.
 *
 * <p>The roots are mined on all processors. Each root's result stands alone and the results are joined in the order of
 * the roots, so the number of threads does not show.
 */
final class PurposeMining {

    /** Of a person who cares about more, only so many tags with the largest shares are heard. */
    private static final int HEARD = 12;

    private static final int PARTS = 64;
    private static final int PARTS_AT_A_TIME = 8;

    private final Concepts concepts;
    private final FormationRules rules;

    PurposeMining(Index index, FormationRules rules) {
        concepts = new Concepts(index);
        this.rules = rules;
    }

    /** The purposes that more people share than chance explains. */
    Candidates significant(Progress progress) {
        BitSet heard = heard();
        int[] bounds = parts();
        var mined = new Mined[bounds.length - 1];
        for (int first = 0; first < mined.length; first += PARTS_AT_A_TIME) {
            progress.reached((double) first / mined.length);
            IntStream.range(first, Math.min(mined.length, first + PARTS_AT_A_TIME))
                    .parallel()
                    .forEach(part -> {
                        var mining = new RootMining(concepts, heard, rules);
                        for (int root = bounds[part]; root < bounds[part + 1]; root++) {
                            progress.stopIfUnwanted();
                            mining.mine(root);
                        }
                        mined[part] = mining.mined();
                    });
        }
        long roots = IntStream.range(0, concepts.tags)
                .filter(t -> concepts.holders(t) >= rules.minSize())
                .count();
        var significance = new Significance();
        significance.tested(roots * (roots - 1) / 2);
        for (var part : mined) {
            significance.add(part.significance());
        }
        double level = significance.level();
        var candidates = new Candidates();
        for (var part : mined) {
            for (int i = 0; i < part.candidates().count(); i++) {
                if (part.surprises().getDouble(i) >= level) {
                    candidates.add(part.candidates().purpose(i));
                }
            }
        }
        return candidates;
    }

    /** The entries that count: of each person's, the tags with the largest shares that enough people hold. */
    private BitSet heard() {
        var heard = new BitSet(concepts.tag.length);
        for (int p = 0; p + 1 < concepts.start.length; p++) {
            int[] entries = IntStream.range(concepts.start[p], concepts.start[p + 1])
                    .filter(e -> concepts.holders(concepts.tag[e]) >= rules.minSize())
                    .toArray();
            if (entries.length > HEARD) {
                IntArrays.mergeSort(entries, (a, b) -> Float.compare(concepts.share[b], concepts.share[a]));
            }
            for (int i = 0; i < Math.min(HEARD, entries.length); i++) {
                heard.set(entries[i]);
            }
        }
        return heard;
    }

    /** Cuts the tags into parts with about as many holders each. */
    private int[] parts() {
        var bounds = new int[PARTS + 1];
        int tag = 0;
        for (int part = 1; part <= PARTS; part++) {
            long until = (long) concepts.tag.length * part / PARTS;
            while (tag < concepts.tags && concepts.holderStart[tag] < until) {
                tag++;
            }
            bounds[part] = part == PARTS ? concepts.tags : tag;
        }
        return bounds;
    }
}

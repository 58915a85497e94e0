package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Step 5: says the purpose as fully as it is true. A further tag is stated when enough members carry it, everybody stays
 * admitted, and the purpose as a whole then fits the members better than before.
 */
final class Refinement {

    private final Index index;
    private final Groups groups;

    Refinement(Index index, Groups groups) {
        this.index = index;
        this.groups = groups;
    }

    void refine(int g) {
        boolean refined = true;
        while (refined && groups.purposeSize(g) < Purpose.MOST_TAGS) {
            refined = false;
            int[] stated = groups.purpose(g);
            double best = fit(g, stated);
            int[] better = stated;
            for (int tag : sharedTags(g, stated)) {
                int[] more = with(stated, tag);
                double fit = allAdmitted(g, more) ? fit(g, more) : 0;
                if (fit > best + Affinity.ROUNDING) {
                    best = fit;
                    better = more;
                    refined = true;
                }
            }
            if (refined) {
                groups.restate(g, better);
            }
        }
    }

    /** The tags not yet stated that enough members carry, and that nobody seeks. */
    private IntArrayList sharedTags(int g, int[] stated) {
        var all = new IntArrayList();
        for (int i = 0; i < groups.size(g); i++) {
            int person = groups.member(g, i);
            for (int e = index.start[person]; e < index.start[person + 1]; e++) {
                all.add(index.tag[e]);
            }
        }
        int[] sorted = all.toIntArray();
        Arrays.sort(sorted);
        var shared = new IntArrayList();
        for (int i = 0, next; i < sorted.length; i = next) {
            next = i + 1;
            while (next < sorted.length && sorted[next] == sorted[i]) {
                next++;
            }
            if (HardRules.shared(next - i, groups.size(g))
                    && Arrays.binarySearch(stated, sorted[i]) < 0
                    && !sought(g, sorted[i])) {
                shared.add(sorted[i]);
            }
        }
        return shared;
    }

    private boolean sought(int g, int tag) {
        if (index.sought.isEmpty()) {
            return false;
        }
        for (int i = 0; i < groups.size(g); i++) {
            int e = index.entry(groups.member(g, i), tag);
            if (e >= 0 && index.sought.get(e)) {
                return true;
            }
        }
        return false;
    }

    private boolean allAdmitted(int g, int[] purpose) {
        for (int i = 0; i < groups.size(g); i++) {
            int carried = index.carried(groups.member(g, i), purpose, 0, purpose.length);
            if (!index.admits(carried, purpose, 0, purpose.length)) {
                return false;
            }
        }
        return true;
    }

    /** The members' affinities to the purpose, summed up. */
    double fit(int g, int[] purpose) {
        double fit = 0;
        for (int i = 0; i < groups.size(g); i++) {
            for (double contribution : index.contributions(groups.member(g, i), purpose)) {
                fit += contribution;
            }
        }
        return fit;
    }

    private static int[] with(int[] purpose, int tag) {
        int[] more = Arrays.copyOf(purpose, purpose.length + 1);
        more[purpose.length] = tag;
        Arrays.sort(more);
        return more;
    }
}

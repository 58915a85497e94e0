package org.coterie.matching;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What groups with the candidate purposes promise, and the crowds they are promised to: more than one where those are parts. */
final class Promises {

    private final IntArrayList candidates = new IntArrayList();
    private final DoubleArrayList sums = new DoubleArrayList();
    private final List<@Nullable Crowd> crowds = new ArrayList<>();

    int count() {
        return candidates.size();
    }

    void add(int candidate, double sum, @Nullable Crowd crowd) {
        candidates.add(candidate);
        sums.add(sum);
        crowds.add(crowd);
    }

    void addAll(Promises others) {
        candidates.addAll(others.candidates);
        sums.addAll(others.sums);
        crowds.addAll(others.crowds);
    }

    int candidate(int i) {
        return candidates.getInt(i);
    }

    /** What is promised, or 0 for nothing. */
    double sum(int i) {
        return sums.getDouble(i);
    }

    /** Whom it is promised to, or null where they are to be found again. */
    @Nullable
    Crowd crowd(int i) {
        return crowds.get(i);
    }

    void set(int i, double sum, @Nullable Crowd crowd) {
        sums.set(i, sum);
        crowds.set(i, crowd);
    }
}

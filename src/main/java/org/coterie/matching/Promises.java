package org.coterie.matching;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What groups with the candidate purposes promise, and the crowds they are promised to: more than one where those are parts. */
final class Promises {

    /** Of a crowd that is not told from others. */
    static final long NO_SIGNATURE = 0;

    private final IntArrayList candidates = new IntArrayList();
    private final DoubleArrayList sums = new DoubleArrayList();
    private final List<@Nullable Crowd> crowds = new ArrayList<>();
    private final LongArrayList signatures = new LongArrayList();

    int count() {
        return candidates.size();
    }

    /**
     * Adds one.
     *
     * @param crowd whom it is promised to, or null where they are to be found again
     * @param signature tells them from others, or {@link #NO_SIGNATURE}
     */
    void add(int candidate, double sum, @Nullable Crowd crowd, long signature) {
        candidates.add(candidate);
        sums.add(sum);
        crowds.add(crowd);
        signatures.add(signature);
    }

    void addAll(Promises others) {
        candidates.addAll(others.candidates);
        sums.addAll(others.sums);
        crowds.addAll(others.crowds);
        signatures.addAll(others.signatures);
    }

    /** What tells the crowd of each from others; asked for once. */
    long[] signatures() {
        long[] all = signatures.toLongArray();
        signatures.clear();
        signatures.trim();
        return all;
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

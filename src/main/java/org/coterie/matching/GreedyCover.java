package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Step 4: of all candidate purposes, the one whose best people gain most becomes a group, then the next. What a
 * candidate promises can only fall as people find groups, so a promise is looked at again only when it comes up.
 */
final class GreedyCover {

    /** A group is not worth a place in somebody's week if it covers less of what they care about. */
    static final double LEAST_GAIN = 0.1;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final Assembly assembly;
    private final Refinement refinement;
    private final Carriers carriers;

    GreedyCover(Index index, Groups groups, HardRules rules) {
        this.carriers = new Carriers(index);
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.assembly = new Assembly(index, groups, rules, Ranking.By.INTEREST);
        this.refinement = new Refinement(index, groups);
    }

    void cover(Candidates candidates, Progress progress) {
        var promise = new double[candidates.count()];
        var crowds = new @Nullable Crowd[promise.length];
        promiseEach(candidates, promise, crowds, progress);
        var queue = new IntHeapPriorityQueue((a, b) -> {
            int byPromise = Double.compare(promise[b], promise[a]);
            return byPromise != 0 ? byPromise : Integer.compare(a, b);
        });
        for (int c = 0; c < promise.length; c++) {
            if (promise[c] > 0) {
                queue.enqueue(c);
            }
        }
        int waiting = queue.size();
        for (int turn = 0; !queue.isEmpty(); turn++) {
            if (turn % 256 == 0) {
                progress.reached(0.5 + 0.5 * (waiting - queue.size()) / waiting);
            }
            int c = queue.dequeueInt();
            int[] purpose = candidates.purpose(c);
            var crowd = crowds[c] == null ? assembly.gather(purpose, carriers, LEAST_GAIN) : crowds[c];
            promise[c] = assembly.promise(purpose, crowd, LEAST_GAIN);
            if (isNext(c, promise, queue) && assembly.isExhausted(crowd)) {
                crowd = assembly.gather(purpose, carriers, LEAST_GAIN);
                promise[c] = assembly.promise(purpose, crowd, LEAST_GAIN);
            }
            if (isNext(c, promise, queue)) {
                promise[c] = foundSiblings(purpose, crowd) ? assembly.promise(purpose, crowd, LEAST_GAIN) : 0;
            }
            crowds[c] = promise[c] > 0 && isWorthKeeping(crowd, purpose) ? crowd : null;
            if (promise[c] > 0) {
                queue.enqueue(c);
            }
        }
    }

    /** Founds groups with one purpose as long as the next is as good for its members as the first; false if none is. */
    private boolean foundSiblings(int[] purpose, Crowd crowd) {
        double first = assembly.meanGain();
        boolean founded = false;
        do {
            int g = assembly.found(purpose, crowd, LEAST_GAIN);
            if (g < 0) {
                return founded;
            }
            founded = true;
            refinement.refine(g);
            assembly.promise(purpose, crowd, LEAST_GAIN);
        } while (!assembly.isExhausted(crowd) && assembly.meanGain() >= first - Affinity.ROUNDING);
        return true;
    }

    /** Small crowds are found again faster than they are kept for many candidates. */
    private boolean isWorthKeeping(Crowd crowd, int[] purpose) {
        return Carriers.effort(index, purpose) > 8 * (crowd.people().size() + Crowd.LARGE / 8);
    }

    private static boolean isNext(int candidate, double[] promise, IntHeapPriorityQueue queue) {
        return promise[candidate] > 0 && (queue.isEmpty() || promise[candidate] >= promise[queue.firstInt()]);
    }

    private void promiseEach(Candidates candidates, double[] promise, @Nullable Crowd[] crowds, Progress progress) {
        int parts = 64;
        IntStream.range(0, parts).parallel().forEach(part -> {
            var own = new Assembly(index, groups, rules, Ranking.By.INTEREST);
            int from = (int) ((long) promise.length * part / parts);
            int to = (int) ((long) promise.length * (part + 1) / parts);
            for (int c = from; c < to; c++) {
                progress.stopIfUnwanted();
                int[] purpose = candidates.purpose(c);
                var crowd = own.gather(purpose, carriers, LEAST_GAIN);
                promise[c] = own.promise(purpose, crowd, LEAST_GAIN);
                crowds[c] = promise[c] > 0 && isWorthKeeping(crowd, purpose) ? crowd : null;
            }
        });
    }
}

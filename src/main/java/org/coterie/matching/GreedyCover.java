package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import java.util.stream.IntStream;

/**
 * Step 4: of all candidate purposes, the one whose best people gain most becomes a group, then the next. What a
 * candidate promises can only fall as people find groups, so a promise is looked at again only when it comes up, and one to people
 * to whom a fuller purpose promises at least as much only once no group can be founded for that ({@link FullerPurposes}). Where people
 * live far apart, it is promised to the first who has enough others near, and then to the next.
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
        var promises = promiseEach(candidates, progress);
        var queue = new IntHeapPriorityQueue((a, b) -> {
            int bySum = Double.compare(promises.sum(b), promises.sum(a));
            return bySum != 0 ? bySum : Integer.compare(a, b);
        });
        var fuller = new FullerPurposes(promises, candidates);
        for (int i = 0; i < promises.count(); i++) {
            if (promises.sum(i) > 0 && !fuller.isBehind(i)) {
                queue.enqueue(i);
            }
        }
        int waiting = queue.size();
        for (int turn = 0; !queue.isEmpty(); turn++) {
            if (turn % 256 == 0) {
                progress.reached(0.5 + 0.5 * (waiting - queue.size()) / waiting);
            }
            int i = queue.dequeueInt();
            int[] purpose = candidates.purpose(promises.candidate(i));
            var kept = promises.crowd(i);
            var crowd = kept == null ? assembly.gather(purpose, carriers, LEAST_GAIN) : kept;
            double sum = assembly.promise(purpose, crowd, LEAST_GAIN);
            if (isNext(sum, promises, queue) && assembly.isExhausted(crowd)) {
                crowd = assembly.gather(purpose, carriers, LEAST_GAIN);
                sum = assembly.promise(purpose, crowd, LEAST_GAIN);
            }
            if (isNext(sum, promises, queue)) {
                boolean founded = foundSiblings(purpose, crowd);
                sum = founded ? assembly.promise(purpose, crowd, LEAST_GAIN) : 0;
                if (!founded) {
                    fuller.release(i).forEach(queue::enqueue);
                }
            }
            promises.set(i, sum, sum > 0 && isWorthKeeping(crowd, purpose) ? crowd : null);
            if (sum > 0) {
                queue.enqueue(i);
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

    /** Small crowds are found again faster than they are kept for many candidates; parts are not found again. */
    private boolean isWorthKeeping(Crowd crowd, int[] purpose) {
        return crowd.isPart()
                || Carriers.effort(index, purpose) > 8 * (crowd.people().size() + Crowd.LARGE / 8);
    }

    /**
     * Tells all whom a purpose is open to from others; nothing where some of very many are left out, where they live matters, or
     * where a tag has near ones, since what answers one of these may answer another in a fuller purpose.
     */
    private long signature(int[] purpose, Crowd crowd) {
        boolean isPlain = index.places.isEmpty() && IntStream.of(purpose).noneMatch(index.near::isNear);
        return isPlain && crowd.beyond() == 0 ? crowd.signature() : Promises.NO_SIGNATURE;
    }

    private static boolean isNext(double sum, Promises promises, IntHeapPriorityQueue queue) {
        return sum > 0 && (queue.isEmpty() || sum >= promises.sum(queue.firstInt()));
    }

    private Promises promiseEach(Candidates candidates, Progress progress) {
        int parts = 64;
        var promises = new Promises();
        IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> promise(
                        candidates,
                        (int) ((long) candidates.count() * part / parts),
                        (int) ((long) candidates.count() * (part + 1) / parts),
                        progress))
                .forEachOrdered(promises::addAll);
        return promises;
    }

    private Promises promise(Candidates candidates, int from, int to, Progress progress) {
        var promises = new Promises();
        var own = new Assembly(index, groups, rules, Ranking.By.INTEREST);
        for (int c = from; c < to; c++) {
            progress.stopIfUnwanted();
            int[] purpose = candidates.purpose(c);
            for (var crowd : own.crowds(purpose, carriers, LEAST_GAIN)) {
                double sum = own.promise(purpose, crowd, LEAST_GAIN);
                boolean isKept = sum > 0 && isWorthKeeping(crowd, purpose);
                promises.add(c, sum, isKept ? crowd : null, signature(purpose, crowd));
            }
        }
        return promises;
    }
}

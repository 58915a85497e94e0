package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.stream.IntStream;

/** How much of what was planted is found again. */
final class Recovery {

    /** Nobody is together with the same person more often than this. */
    private static final int MOST_TIMES = 16;

    private Recovery() {}

    /**
     * The share of planted purposes that can be a group, as enough of those who took them up share a language, and that
     * some group is: it states most of the purpose's tags, and at least half of its members took the purpose up.
     */
    static double recovered(PlantedPeople planted, Outcome outcome, int minSize) {
        var takers = planted.takers();
        var groups = Circles.of(outcome);
        var groupsOf = groups.turned(planted.people());
        int possible = 0;
        int found = 0;
        for (int purpose = 0; purpose < takers.count(); purpose++) {
            if (planted.mostWhoCanMeet(purpose) >= minSize) {
                int[] tags = planted.tags(purpose);
                int[] people = takers.members(purpose);
                possible++;
                found += IntStream.of(people)
                                .flatMap(p -> IntStream.of(groupsOf.members(p)))
                                .anyMatch(g -> 2 * common(outcome.purpose(g), tags) > tags.length
                                        && 2 * common(groups.members(g), people) >= groups.size(g))
                        ? 1
                        : 0;
            }
        }
        return possible == 0 ? 1 : (double) found / possible;
    }

    /** The mean, over planted purposes and over groups, of the best F1 with one of the others (Yang and Leskovec). */
    static double meanF1(PlantedPeople planted, Circles groups, int minSize) {
        return (f1OfPurposes(planted, groups, minSize) + f1OfGroups(planted, groups, minSize)) / 2;
    }

    /** The mean over planted purposes of the best F1 with a group: needless groups do not count against it. */
    static double f1OfPurposes(PlantedPeople planted, Circles groups, int minSize) {
        return meanBest(planted.takers().ofAtLeast(minSize), groups, planted.people());
    }

    /** The mean over groups of the best F1 with a planted purpose: purposes that nobody found do not count against it. */
    static double f1OfGroups(PlantedPeople planted, Circles groups, int minSize) {
        return meanBest(groups, planted.takers().ofAtLeast(minSize), planted.people());
    }

    /** How far who is together in how many groups agrees with what was planted, beyond chance (Collins and Dent). */
    static double omega(PlantedPeople planted, Circles groups) {
        double all = planted.people() * (planted.people() - 1.0) / 2;
        long[] truth = planted.takers().pairs();
        long[] found = groups.pairs();
        var truthTimes = new long[MOST_TIMES];
        var foundTimes = new long[MOST_TIMES];
        long apart = 0;
        long agreed = 0;
        for (int t = 0, f = 0; t < truth.length || f < found.length; ) {
            long pair = Math.min(
                    t < truth.length ? truth[t] : Long.MAX_VALUE, f < found.length ? found[f] : Long.MAX_VALUE);
            int inTruth = times(truth, t, pair);
            int inFound = times(found, f, pair);
            t += inTruth;
            f += inFound;
            truthTimes[inTruth]++;
            foundTimes[inFound]++;
            apart++;
            agreed += inTruth == inFound ? 1 : 0;
        }
        double chance = 0;
        for (int times = 0; times < MOST_TIMES; times++) {
            double never = times == 0 ? all - apart : 0;
            chance += (truthTimes[times] + never) / all * ((foundTimes[times] + never) / all);
        }
        return ((agreed + all - apart) / all - chance) / (1 - chance);
    }

    private static int times(long[] pairs, int from, long pair) {
        int to = from;
        while (to < pairs.length && pairs[to] == pair) {
            to++;
        }
        return to - from;
    }

    private static double meanBest(Circles ours, Circles theirs, int people) {
        var with = theirs.turned(people);
        double sum = 0;
        for (int c = 0; c < ours.count(); c++) {
            var common = new Int2IntOpenHashMap();
            for (int person : ours.members(c)) {
                for (int other : with.members(person)) {
                    common.addTo(other, 1);
                }
            }
            double best = 0;
            for (var entry : common.int2IntEntrySet()) {
                best = Math.max(best, 2.0 * entry.getIntValue() / (ours.size(c) + theirs.size(entry.getIntKey())));
            }
            sum += best;
        }
        return ours.count() == 0 ? 0 : sum / ours.count();
    }

    private static long common(int[] some, int[] others) {
        return IntStream.of(some)
                .filter(one -> IntStream.of(others).anyMatch(other -> one == other))
                .count();
    }
}

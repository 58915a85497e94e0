package org.coterie.matching;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Step 2, seen from one tag, the root: which sets of the root and more common tags do enough of its holders share? A
 * depth-first search over ever smaller lists of holders; each set is met once, at its rarest tag.
 */
final class RootMining {

    /** A root keeps so many of its best purposes, and one more for every so many holders. */
    private static final int KEPT = 12;

    private static final int HOLDERS_PER_KEPT = 64;

    /** A rare root keeps up to so many, one less for every so many holders: of few people they cost little. */
    private static final int KEPT_OF_RARE = 24;

    private static final int HOLDERS_PER_LESS = 4;

    private final Concepts concepts;
    private final BitSet heard;
    private final int minSupport;
    private final int worthwhile;
    private final Significance significance = new Significance();
    private final int[] count;
    private final Occurrences[] levels = new Occurrences[Purpose.MOST_TAGS + 1];
    private final int[] prefix = new int[Purpose.MOST_TAGS];
    private final Candidates found = new Candidates();
    private final DoubleArrayList foundSurprise = new DoubleArrayList();

    private Candidates atRoot = new Candidates();
    private final DoubleArrayList scores = new DoubleArrayList();
    private final DoubleArrayList surprises = new DoubleArrayList();
    private int kept;

    /**
     * Prepares for any number of roots, one after the other.
     *
     * @param heard the entries that are looked at
     */
    RootMining(Concepts concepts, BitSet heard, FormationRules rules) {
        this.concepts = concepts;
        this.heard = heard;
        this.minSupport = rules.minSize();
        this.worthwhile = rules.maxSize();
        this.count = new int[concepts.tags];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new Occurrences();
        }
    }

    /** What was found at all roots so far. */
    Mined mined() {
        return new Mined(found, foundSurprise, significance);
    }

    void mine(int root) {
        var occurrences = levels[1];
        occurrences.clear();
        for (int i = concepts.holderStart[root]; i < concepts.holderStart[root + 1]; i++) {
            int person = concepts.holder[i];
            int e = concepts.entry(person, root);
            if (heard.get(e)) {
                occurrences.add(e, concepts.start[person + 1], concepts.share[e]);
            }
        }
        if (occurrences.size < minSupport) {
            return;
        }
        kept = Math.max(KEPT, KEPT_OF_RARE - occurrences.size / HOLDERS_PER_LESS) + occurrences.size / HOLDERS_PER_KEPT;
        prefix[0] = root;
        descend(1, 0, occurrences.size, concepts.frequency[root]);
        keepBest(kept);
        found.addAll(atRoot);
        foundSurprise.addAll(surprises);
        atRoot = new Candidates();
        scores.clear();
        surprises.clear();
    }

    /** Looks for tags to add to the first {@code depth} of {@link #prefix}, which these occurrences share. */
    private void descend(int depth, int from, int to, double expected) {
        var here = levels[depth];
        int[] frequent = frequentTags(here, from, to);
        if (frequent.length == 0) {
            return;
        }
        var bounds = new int[frequent.length + 1];
        for (int i = 0; i < frequent.length; i++) {
            bounds[i + 1] = bounds[i] + count[frequent[i]];
            count[frequent[i]] = bounds[i] + 1; // from here on: where the next occurrence goes, and one
        }
        var below = levels[depth + 1];
        below.resize(bounds[frequent.length]);
        for (int o = from; o < to; o++) {
            for (int e = here.entry[o] + 1; e < here.end[o]; e++) {
                if (count[concepts.tag[e]] > 0 && heard.get(e)) {
                    below.set(count[concepts.tag[e]]++ - 1, e, here.end[o], here.weight[o] + concepts.share[e]);
                }
            }
        }
        for (int tag : frequent) {
            count[tag] = 0;
        }
        for (int i = 0; i < frequent.length; i++) {
            prefix[depth] = frequent[i];
            double odds = (double) concepts.frequency[frequent[i]] / concepts.total;
            int support = bounds[i + 1] - bounds[i];
            double byLastTag = Significance.surprise(support, (to - from) * odds);
            double surprise = byLastTag < Significance.ADDED ? 0 : Significance.surprise(support, expected * odds);
            judge(depth + 1, support, surprise, below.weight(bounds[i], bounds[i + 1]));
            if (depth + 1 < Purpose.MOST_TAGS) {
                descend(depth + 1, bounds[i], bounds[i + 1], expected * odds);
            }
        }
    }

    /** The tags that enough occurrences go on with, ascending; {@link #count} says how many do. */
    private int[] frequentTags(Occurrences here, int from, int to) {
        var touched = new IntArrayList();
        for (int o = from; o < to; o++) {
            for (int e = here.entry[o] + 1; e < here.end[o]; e++) {
                if (heard.get(e) && count[concepts.tag[e]]++ == 0) {
                    touched.add(concepts.tag[e]);
                }
            }
        }
        int frequent = 0;
        for (int i = 0; i < touched.size(); i++) {
            int tag = touched.getInt(i);
            if (count[tag] < minSupport) {
                count[tag] = 0;
            } else {
                touched.set(frequent++, tag);
            }
        }
        int[] tags = Arrays.copyOf(touched.elements(), frequent);
        Arrays.sort(tags);
        return tags;
    }

    private void judge(int size, int support, double surprise, double weight) {
        significance.tested(size > 2 ? 1 : 0); // pairs are reckoned beforehand
        if (surprise < Significance.FLOOR) {
            return;
        }
        significance.note(surprise);
        atRoot.add(Arrays.copyOf(prefix, size));
        scores.add(weight / support * Math.min(support, worthwhile));
        surprises.add(surprise);
        if (scores.size() > 4 * kept + 1024) {
            keepBest(kept);
        }
    }

    private void keepBest(int most) {
        if (scores.size() <= most) {
            return;
        }
        int[] order = IntStream.range(0, scores.size()).toArray();
        IntArrays.mergeSort(order, (a, b) -> Double.compare(scores.getDouble(b), scores.getDouble(a)));
        var best = new Candidates();
        var bestScores = new double[most];
        var bestSurprises = new double[most];
        for (int i = 0; i < most; i++) {
            best.add(atRoot.purpose(order[i]));
            bestScores[i] = scores.getDouble(order[i]);
            bestSurprises[i] = surprises.getDouble(order[i]);
        }
        atRoot = best;
        scores.clear();
        scores.addAll(DoubleArrayList.wrap(bestScores));
        surprises.clear();
        surprises.addAll(DoubleArrayList.wrap(bestSurprises));
    }

    /** Where people's lists of entries go on after the last tag of a set: the entry, the end, the shares so far. */
    private static final class Occurrences {

        private int[] entry = new int[64];
        private int[] end = new int[64];
        private float[] weight = new float[64];
        private int size;

        void clear() {
            size = 0;
        }

        void add(int e, int until, float share) {
            int at = size;
            resize(size + 1);
            set(at, e, until, share);
        }

        void resize(int wanted) {
            if (wanted > entry.length) {
                int grown = Math.max(wanted, entry.length * 2);
                entry = Arrays.copyOf(entry, grown);
                end = Arrays.copyOf(end, grown);
                weight = Arrays.copyOf(weight, grown);
            }
            size = wanted;
        }

        void set(int at, int e, int until, float share) {
            entry[at] = e;
            end[at] = until;
            weight[at] = share;
        }

        double weight(int from, int to) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += weight[i];
            }
            return sum;
        }
    }
}

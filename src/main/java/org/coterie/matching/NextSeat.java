package org.coterie.matching;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;

/**
 * Who of many is seated next: whoever gains most, counting what they share with those who sit there beyond the purpose, and
 * whom of them they know.
 */
final class NextSeat {

    /** Of more people than this, those who gain least are not held against those who are seated. */
    private static final int COMPARED = 64;

    /** How much what people share among themselves counts beside what they gain from the purpose. */
    private static final double LIKENESS = 8;

    /** To know somebody counts as much as to share with them what nobody else holds. */
    private static final double KNOWN = 1;

    private final Index index;
    private final Groups groups;
    private final Ranking ranking;
    private final int g;
    private final int size;
    private final IntArrayList people = new IntArrayList();

    /** What each of them gains, and all their likenesses; less than 0 for who has had their turn. */
    private final DoubleArrayList worth = new DoubleArrayList();

    private int seen;
    private boolean begun;

    /** The best of the first so many who are ranked, for a group of this size. */
    NextSeat(Index index, Groups groups, Ranking ranking, int g, int size, int wanted) {
        this.index = index;
        this.groups = groups;
        this.ranking = ranking;
        this.g = g;
        this.size = size;
        for (int i = 0; i < Math.min(wanted, COMPARED); i++) {
            people.add(ranking.person(i));
            worth.add(ranking.gain(i));
        }
    }

    /** Whose turn it is, each person once, or -1. */
    int next() {
        for (; seen < groups.size(g); seen++) {
            bringAcquaintances(groups.member(g, seen));
            compare(groups.member(g, seen));
        }
        // whoever is put first comes first, though others gain more
        int best = begun || seen > 0 ? best() : 0;
        begun = true;
        if (worth.getDouble(best) < 0) {
            return -1;
        }
        worth.set(best, Double.NEGATIVE_INFINITY);
        return people.getInt(best);
    }

    private void compare(int seated) {
        for (int i = 0; i < worth.size(); i++) {
            if (worth.getDouble(i) >= 0) {
                worth.set(i, worth.getDouble(i) + likeness(people.getInt(i), seated));
            }
        }
    }

    private double likeness(int person, int seated) {
        double known = index.acquaintances.know(person, seated) ? KNOWN : 0;
        return LIKENESS * (index.sharedRarity(person, seated) + known) / size;
    }

    /** Whomever somebody who sits here knows is compared, too, though they may gain less than many others. */
    private void bringAcquaintances(int seated) {
        IntList known = index.acquaintances.of(seated);
        for (int i = 0; i < known.size(); i++) {
            int person = known.getInt(i);
            double share = groups.hasRoom(person) && groups.admits(g, groups.carried(g, person))
                    ? groups.gain(person, groups.purpose(g), 0, groups.purposeSize(g))
                    : 0;
            if (share >= GreedyCover.LEAST_GAIN && !groups.contains(g, person) && !people.contains(person)) {
                double likeness = 0;
                for (int before = 0; before < seen; before++) {
                    likeness += likeness(person, groups.member(g, before));
                }
                people.add(person);
                worth.add(ranking.gain(person, share) + likeness);
            }
        }
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < worth.size(); i++) {
            best = worth.getDouble(i) > worth.getDouble(best) ? i : best;
        }
        return best;
    }
}

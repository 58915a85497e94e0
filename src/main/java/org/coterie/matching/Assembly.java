package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Seats people around a purpose: those who gain most from it first ({@link Ranking}), so that every tag stays shared by
 * enough of them ({@link Table}), every SEEK meets its OFFER, nobody is the only one of a kind who does not want to be, who come
 * together sit together, and nobody is left over by arithmetic.
 *
 * <p>Where more people come than there are seats, it also counts what they share with those who are seated already, beyond
 * the purpose: of twenty who care about the same, those sit together who have the most in common. This decides only who is
 * asked first; what a group is worth to a person still rests on its purpose alone, so that moving ends.
 */
final class Assembly {

    /** So many more people are tried as the first of a group until one is found. */
    private static final int ANCHORS = 4;

    /** So many are tried beside the one whom a group is founded around, until one is found. */
    private static final int BESIDE = 8;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final Ranking ranking;
    private final Seater seater;

    Assembly(Index index, Groups groups, HardRules rules, Ranking.By by) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.ranking = new Ranking(index, groups, rules, by);
        this.seater = new Seater(index, groups, rules, ranking);
    }

    /**
     * Finds those whom a purpose is open to: of very many, those who would gain most at this moment, or, where some would meet
     * in person only, all of them with their neighbours.
     */
    List<Crowd> crowds(int[] purpose, Carriers all, double leastGain) {
        var carriers = all.of(purpose);
        if (carriers.size() <= Crowd.LARGE) {
            return List.of(Crowd.whole(carriers));
        }
        return index.places.isEmpty() ? List.of(best(purpose, carriers, leastGain)) : neighbours(carriers);
    }

    /** Finds them again, where they are not in parts. */
    Crowd gather(int[] purpose, Carriers all, double leastGain) {
        var carriers = all.of(purpose);
        return carriers.size() <= Crowd.LARGE ? Crowd.whole(carriers) : best(purpose, carriers, leastGain);
    }

    private Crowd best(int[] purpose, IntArrayList carriers, double leastGain) {
        ranking.rankAll(purpose, carriers, leastGain);
        var best = new IntArrayList(Crowd.LARGE);
        for (int i = 0; i < Math.min(ranking.count(), Crowd.LARGE); i++) {
            best.add(ranking.person(i));
        }
        return new Crowd(best, ranking.count() > Crowd.LARGE ? ranking.gain(Crowd.LARGE) : 0, false);
    }

    private List<Crowd> neighbours(IntArrayList carriers) {
        carriers.sort(index.places::compare);
        var crowds = new ArrayList<Crowd>();
        for (int from = 0; from < carriers.size(); from += Crowd.LARGE) {
            int to = Math.min(carriers.size(), from + Crowd.LARGE);
            crowds.add(new Crowd(new IntArrayList(carriers.subList(from, to)), 0, true));
        }
        return crowds;
    }

    /**
     * How much the best possible group of this crowd could gain, or a little more; never rises as people find groups.
     *
     * @return 0 where there are too few
     */
    double promise(int[] purpose, Crowd crowd, double leastGain) {
        ranking.rank(purpose, crowd.people(), leastGain);
        if (ranking.count() < rules.minSize() && crowd.beyond() == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < rules.maxSize(); i++) {
            sum += Math.max(crowd.beyond(), i < ranking.count() ? ranking.gain(i) : 0);
        }
        return sum;
    }

    /** What each of the best possible group would gain on average, by the promise just made. */
    double meanGain() {
        int seats = Math.min(ranking.count(), rules.maxSize());
        double sum = 0;
        for (int i = 0; i < seats; i++) {
            sum += ranking.gain(i);
        }
        return seats == 0 ? 0 : sum / seats;
    }

    /** Whether the crowd was promised more for than it can keep, since those left out of it may now gain more. */
    boolean isExhausted(Crowd crowd) {
        return crowd.beyond() > 0
                && (ranking.count() < rules.maxSize() || ranking.gain(rules.maxSize() - 1) < crowd.beyond());
    }

    /** Founds a group, or returns -1 where none is possible. Whoever finds none where they live is in the crowd no more. */
    int found(int[] purpose, Crowd crowd, double leastGain) {
        int g = -1;
        do {
            ranking.rank(purpose, crowd.people(), leastGain);
            if (ranking.count() >= rules.minSize()) {
                g = seatRanked(purpose, balanced(ranking.count()), ranking.count());
            }
        } while (g < 0 && lookElsewhere(crowd.people()));
        return g;
    }

    /** Goes on without those for whom nothing was found, where others live farther away than that they were asked. */
    private boolean lookElsewhere(IntArrayList people) {
        if (ranking.count() < rules.minSize() || !ranking.leftOthers()) {
            return false;
        }
        var asked = new IntOpenHashSet();
        for (int i = 0; i < ranking.count(); i++) {
            asked.add(ranking.person(i));
        }
        return people.removeAll(asked);
    }

    /**
     * Founds a group of these people with one of them, who is in none yet, certainly in it, or returns -1 where none is found.
     * Whoever comes next may be kept apart from all who follow: then another is seated beside the one. Who is in a group
     * already is asked only where it takes them.
     *
     * @param leastGain the least share of what they care about that must be covered anew
     */
    int foundAround(int person, int[] purpose, IntArrayList people, double leastGain) {
        long spoken = index.languages[person];
        int g = foundAround(person, purpose, people, leastGain, spoken);
        // what most of them speak may be what those do not whom the person could meet
        long possible = spoken == 0 ? spokenByAny(people) : spoken;
        for (long rest = Long.bitCount(possible) > 1 ? possible : 0; g < 0 && rest != 0; rest &= rest - 1) {
            g = foundAround(person, purpose, people, leastGain, Long.lowestOneBit(rest));
        }
        return g;
    }

    private long spokenByAny(IntArrayList people) {
        long spoken = 0;
        for (int i = 0; i < people.size(); i++) {
            spoken |= index.languages[people.getInt(i)];
        }
        return spoken;
    }

    private int foundAround(int person, int[] purpose, IntArrayList people, double leastGain, long spoken) {
        if (!ranking.rankAround(person, purpose, people, leastGain, spoken)) {
            return -1;
        }
        int unplaced = ranking.putUnplacedFirst();
        int size = Math.max(rules.minSize(), balanced(unplaced));
        for (int beside = 1; beside < Math.min(BESIDE, ranking.count()); beside++) {
            ranking.moveForward(beside, 1);
            int g = seater.seat(purpose, size, beside == 1 ? 1 : 2, unplaced);
            if (g >= 0) {
                if (groups.contains(g, person)) {
                    return g;
                }
                groups.dissolve(g);
                groups.forget(g);
            }
        }
        return -1;
    }

    /**
     * Founds a group of those in no group yet, and of others only where they are fewer than a group needs.
     *
     * @param together so many of those in no group are in it at least
     * @param leastGain the least share of what they care about that must be covered anew
     * @return the group, or -1 where none is possible
     */
    int foundForUnplaced(int[] purpose, int together, double leastGain, IntArrayList unplaced, IntArrayList others) {
        var people = new IntArrayList(unplaced);
        people.addAll(others);
        ranking.rank(purpose, people, leastGain);
        int first = ranking.putUnplacedFirst();
        if (first < together) {
            return -1;
        }
        return ifMany(seatRanked(purpose, Math.max(rules.minSize(), balanced(first)), first), together);
    }

    /**
     * Founds a group of those in no group yet with one of them certainly in it, see {@link #foundAround(int, int[], IntArrayList,
     * double)}.
     *
     * @param together so many of those in no group are in it at least
     * @return the group, or -1 where none is possible
     */
    int foundAroundUnplaced(int person, int[] purpose, int together, IntArrayList unplaced) {
        return unplaced.size() < together
                ? -1
                : ifMany(foundAround(person, purpose, unplaced, Double.MIN_VALUE), together);
    }

    /** A group that was founded, unless fewer than so many are in no other: then it is let go of. */
    private int ifMany(int g, int together) {
        if (g >= 0 && onlyHere(g) < together) {
            groups.dissolve(g);
            groups.forget(g);
            return -1;
        }
        return g;
    }

    /** How many are in this group and in no other. */
    private int onlyHere(int g) {
        int only = 0;
        for (int i = 0; i < groups.size(g); i++) {
            only += groups.groupsOf(groups.member(g, i)) == 1 ? 1 : 0;
        }
        return only;
    }

    /** The size of the next group, so that groups of so many people differ in size by one at most. */
    private int balanced(int people) {
        int number = (people + rules.maxSize() - 1) / rules.maxSize();
        if (people / number < rules.minSize()) {
            number = Math.max(1, people / rules.minSize());
        }
        return Math.min(rules.maxSize(), (people + number - 1) / number);
    }

    /**
     * Seats so many of those ranked, the first before the others. Who comes first may be kept apart from all who follow,
     * by hours or distance: then the next is put first.
     *
     * @param welcome so many of those ranked are wanted as such, the others only where it takes them to make a group
     */
    private int seatRanked(int[] purpose, int size, int welcome) {
        int last = Math.min(ANCHORS, ranking.count() - rules.minSize());
        int g = -1;
        for (int i = 0; g < 0 && i <= last; i++) {
            ranking.moveForward(i, 0);
            g = seater.seat(purpose, size, 0, welcome);
        }
        return g;
    }
}

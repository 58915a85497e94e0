package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

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

    /** Of more people than this, those who gain least are not held against those who are seated. */
    private static final int COMPARED = 64;

    /** How much what people share among themselves counts beside what they gain from the purpose. */
    private static final double LIKENESS = 3;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;

    private final Ranking ranking;

    /** Who could not stay with those who were seated with them, while one group is founded. */
    private final IntSet unfit = new IntOpenHashSet();

    Assembly(Index index, Groups groups, HardRules rules, Ranking.By by) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.ranking = new Ranking(index, groups, rules, by);
    }

    /** Finds those of some people that a purpose is open to; of very many, those who would gain most at this moment. */
    Crowd gather(int[] purpose, Carriers among, double leastGain) {
        var carriers = among.of(purpose);
        if (carriers.size() <= Crowd.LARGE) {
            return new Crowd(carriers, 0);
        }
        ranking.rank(purpose, carriers, leastGain);
        var best = new IntArrayList(Crowd.LARGE);
        for (int i = 0; i < Math.min(ranking.count(), Crowd.LARGE); i++) {
            best.add(ranking.person(i));
        }
        return new Crowd(best, ranking.count() > Crowd.LARGE ? ranking.gain(Crowd.LARGE) : 0);
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

    /** Founds a group, or returns -1 where none is possible. */
    int found(int[] purpose, Crowd crowd, double leastGain) {
        ranking.rank(purpose, crowd.people(), leastGain);
        return ranking.count() < rules.minSize() ? -1 : seatRanked(purpose, balanced(ranking.count()), true);
    }

    /**
     * Founds a group of these people with one of them certainly in it, or returns -1 where none is found. Whoever comes next
     * may be kept apart from all who follow: then another is seated beside the one.
     */
    int foundAround(int person, int[] purpose, IntArrayList people) {
        long spoken = index.languages[person];
        int g = foundAround(person, purpose, people, spoken);
        // what most of them speak may be what those do not whom the person could meet
        for (long rest = Long.bitCount(spoken) > 1 ? spoken : 0; g < 0 && rest != 0; rest &= rest - 1) {
            g = foundAround(person, purpose, people, Long.lowestOneBit(rest));
        }
        return g;
    }

    private int foundAround(int person, int[] purpose, IntArrayList people, long spoken) {
        if (!ranking.rankAround(person, purpose, people, spoken)) {
            return -1;
        }
        int size = balanced(ranking.count());
        for (int beside = 1; beside < Math.min(BESIDE, ranking.count()); beside++) {
            ranking.moveForward(beside, 1);
            int g = seat(purpose, size, beside == 1 ? 1 : 2, true);
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
     * Founds a group of those in no group yet, and as few others as possible.
     *
     * @param together so many of those in no group are in it at least
     * @return the group, or -1 where none is possible
     */
    int foundForUnplaced(int[] purpose, int together, IntArrayList unplaced, IntArrayList others) {
        var people = new IntArrayList(unplaced);
        people.addAll(others);
        ranking.rank(purpose, people, Double.MIN_VALUE);
        int first = 0;
        for (int i = 0; i < ranking.count(); i++) {
            if (groups.groupsOf(ranking.person(i)) == 0) {
                ranking.moveForward(i, first++);
            }
        }
        if (first < together) {
            return -1;
        }
        int g = seatRanked(purpose, Math.max(rules.minSize(), balanced(first)), false);
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
     * @param alike whether those who come next are those who share most with the ones before
     */
    private int seatRanked(int[] purpose, int size, boolean alike) {
        int last = Math.min(ANCHORS, ranking.count() - rules.minSize());
        int g = -1;
        for (int i = 0; g < 0 && i <= last; i++) {
            ranking.moveForward(i, 0);
            g = seat(purpose, size, 0, alike);
        }
        return g;
    }

    /**
     * Seats the first so many, and then those who gain most. Whoever cannot stay among those who came together makes room:
     * it is tried again without them.
     */
    private int seat(int[] purpose, int size, int first, boolean alike) {
        unfit.clear();
        int before;
        do {
            before = unfit.size();
            int g = groups.found(purpose);
            if (first > 0 && !unfit.contains(ranking.person(0))) {
                groups.seat(g, ranking.person(0)); // what they seek, one of the next offers
            }
            seatOfferers(g);
            Allowance allowed = rules.allow(Allowance.NONE); // new company comes first
            var table = new Table(index, groups, rules, g, size, ranking, unfit);
            table.attend();
            for (int i = 1; i < first; i++) {
                table.seat(ranking.person(i));
            }
            if (alike && ranking.count() > size) {
                seatAlike(g, size, table);
            }
            fill(table);
            if (!allowed.equals(rules.allow(allowed))) {
                fill(table);
            }
            settle(g);
            if (rules.stands(g)) {
                return g;
            }
            groups.dissolve(g);
            groups.forget(g);
        } while (unfit.size() > before && ranking.count() - unfit.size() >= rules.minSize());
        return -1;
    }

    private void fill(Table table) {
        for (int i = 0; i < ranking.count() && !table.isFull(); i++) {
            table.seat(ranking.person(i));
        }
    }

    /** Seats whoever gains most, counting what they share with those who sit there. */
    private void seatAlike(int g, int size, Table table) {
        var worth = new double[Math.min(ranking.count(), COMPARED)];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = ranking.gain(i);
        }
        for (int i = 0; i < groups.size(g); i++) {
            add(worth, groups.member(g, i), size);
        }
        int next = groups.size(g) == 0 ? 0 : best(worth);
        while (!table.isFull() && worth[next] >= 0) {
            int person = ranking.person(next);
            worth[next] = Double.NEGATIVE_INFINITY;
            int before = groups.size(g);
            table.seat(person);
            for (int i = before; i < groups.size(g); i++) {
                add(worth, groups.member(g, i), size);
            }
            next = best(worth);
        }
    }

    private void add(double[] worth, int seated, int size) {
        for (int i = 0; i < worth.length; i++) {
            if (worth[i] >= 0) {
                worth[i] += LIKENESS * index.sharedRarity(ranking.person(i), seated) / size;
            }
        }
    }

    private static int best(double[] worth) {
        int best = 0;
        for (int i = 1; i < worth.length; i++) {
            best = worth[i] > worth[best] ? i : best;
        }
        return best;
    }

    /** For every tag that somebody here seeks, seats the best of those who offer it. */
    private void seatOfferers(int g) {
        if (index.sought.isEmpty()) {
            return;
        }
        for (int i = 0; i < groups.purposeSize(g); i++) {
            int tag = groups.purposeTag(g, i);
            int offerer = -1;
            boolean sought = false;
            for (int r = 0; r < ranking.count(); r++) {
                int person = ranking.person(r);
                int e = index.entry(person, tag);
                sought |= e >= 0 && index.sought.get(e);
                if (offerer < 0
                        && e >= 0
                        && index.offered.get(e)
                        && !unfit.contains(person)
                        && (groups.contains(g, person) || rules.mayMeet(g, person))) {
                    offerer = person;
                }
            }
            if (sought && offerer >= 0 && groups.size(g) < rules.maxSize() && !groups.contains(g, offerer)) {
                groups.seat(g, offerer);
            }
        }
    }

    /** States less, or seats fewer, until what is stated is true of those who are seated. */
    private void settle(int g) {
        boolean settled = false;
        while (!settled && groups.size(g) > 0) {
            settled = true;
            int worst = 0;
            for (int i = 1; i < groups.purposeSize(g); i++) {
                if (groups.carriers(g, i) < groups.carriers(g, worst)) {
                    worst = i;
                }
            }
            if (!HardRules.shared(groups.carriers(g, worst), groups.size(g)) && groups.purposeSize(g) > 1) {
                groups.restate(g, without(groups.purpose(g), worst));
                settled = false;
            }
            for (int i = groups.size(g) - 1; i >= 0; i--) {
                int person = groups.member(g, i);
                if (!rules.mayStay(g, person)) {
                    groups.unseat(g, person);
                    unfit.add(person);
                    settled = false;
                }
            }
        }
    }

    private static int[] without(int[] purpose, int at) {
        var rest = new int[purpose.length - 1];
        System.arraycopy(purpose, 0, rest, 0, at);
        System.arraycopy(purpose, at + 1, rest, at, rest.length - at);
        return rest;
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Seats people around a purpose: those who gain most from it first, all with a language in common, so that every tag
 * stays shared by enough of them, every SEEK meets its OFFER, and nobody is left over by arithmetic.
 */
final class Assembly {

    private static final long ANY_LANGUAGE = -1;

    /** So many more people are tried as the first of a group until one is found. */
    private static final int ANCHORS = 4;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;

    /** Those who may be seated, best first: the gain, turned round, above, the person below. */
    private long[] ranked = new long[64];

    private int count;

    Assembly(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
    }

    /** Finds those of some people that a purpose is open to; of very many, those who would gain most at this moment. */
    Crowd gather(int[] purpose, Carriers among, double leastGain) {
        var carriers = among.of(purpose);
        if (carriers.size() <= Crowd.LARGE) {
            return new Crowd(carriers, 0);
        }
        rank(purpose, carriers, leastGain);
        var best = new IntArrayList(Crowd.LARGE);
        for (int i = 0; i < Math.min(count, Crowd.LARGE); i++) {
            best.add((int) ranked[i]);
        }
        return new Crowd(best, count > Crowd.LARGE ? gain(ranked[Crowd.LARGE]) : 0);
    }

    /**
     * How much the best possible group of this crowd could gain, or a little more; never rises as people find groups.
     *
     * @return 0 where there are too few
     */
    double promise(int[] purpose, Crowd crowd, double leastGain) {
        rank(purpose, crowd.people(), leastGain);
        if (count < rules.minSize() && crowd.beyond() == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < rules.maxSize(); i++) {
            sum += Math.max(crowd.beyond(), i < count ? gain(ranked[i]) : 0);
        }
        return sum;
    }

    /** What each of the best possible group would gain on average, by the promise just made. */
    double meanGain() {
        int seats = Math.min(count, rules.maxSize());
        double sum = 0;
        for (int i = 0; i < seats; i++) {
            sum += gain(ranked[i]);
        }
        return seats == 0 ? 0 : sum / seats;
    }

    /** Whether the crowd was promised more for than it can keep, since those left out of it may now gain more. */
    boolean isExhausted(Crowd crowd) {
        return crowd.beyond() > 0 && (count < rules.maxSize() || gain(ranked[rules.maxSize() - 1]) < crowd.beyond());
    }

    /** Founds a group, or returns -1 where none is possible. */
    int found(int[] purpose, Crowd crowd, double leastGain) {
        rank(purpose, crowd.people(), leastGain);
        return count < rules.minSize() ? -1 : seatRanked(purpose, balanced(count));
    }

    /** Founds a group of these people with one of them certainly in it, or returns -1 where none is possible. */
    int foundAround(int person, int[] purpose, IntArrayList people) {
        long spoken = index.languages[person];
        rank(purpose, people, Double.MIN_VALUE, spoken == 0 ? ANY_LANGUAGE : spoken);
        for (int i = 0; i < count; i++) {
            if ((int) ranked[i] == person) {
                moveForward(i, 0);
                int g = count < rules.minSize() ? -1 : seatRanked(purpose, balanced(count));
                if (g < 0 || groups.contains(g, person)) {
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
        rank(purpose, people, Double.MIN_VALUE);
        int first = 0;
        for (int i = 0; i < count; i++) {
            if (groups.groupsOf((int) ranked[i]) == 0) {
                moveForward(i, first++);
            }
        }
        if (first < together || count < rules.minSize()) {
            return -1;
        }
        int g = seatRanked(purpose, Math.max(rules.minSize(), balanced(first)));
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

    private void moveForward(int from, int to) {
        long moved = ranked[from];
        System.arraycopy(ranked, to, ranked, to + 1, from - to);
        ranked[to] = moved;
    }

    /**
     * Seats so many of those ranked, the first before the others. Who comes first may be kept apart from all who follow,
     * by hours or distance: then the next is put first.
     */
    private int seatRanked(int[] purpose, int size) {
        int g = seatInOrder(purpose, size);
        for (int i = 1; g < 0 && i <= Math.min(ANCHORS, count - rules.minSize()); i++) {
            moveForward(i, 0);
            g = seatInOrder(purpose, size);
        }
        return g;
    }

    private int seatInOrder(int[] purpose, int size) {
        int g = groups.found(purpose);
        seatOfferers(g);
        var missing = new int[purpose.length];
        int mayMiss = (int) Math.floor((1 - Groups.SHARED_BY) * size + Affinity.ROUNDING);
        for (int i = 0; i < groups.size(g); i++) {
            noteMissing(missing, groups.carried(g, groups.member(g, i)));
        }
        for (int i = 0; i < count && groups.size(g) < size; i++) {
            int person = (int) ranked[i];
            if (groups.contains(g, person)) {
                continue;
            }
            int carried = groups.carried(g, person);
            if (fewEnough(missing, carried, mayMiss)
                    && rules.mayMeet(g, person)
                    && rules.answered(g, person, carried)) {
                groups.seat(g, person);
                noteMissing(missing, carried);
            }
        }
        settle(g);
        if (rules.stands(g)) {
            return g;
        }
        groups.dissolve(g);
        groups.forget(g);
        return -1;
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
            for (int r = 0; r < count; r++) {
                int person = (int) ranked[r];
                int e = index.entry(person, tag);
                sought |= e >= 0 && index.sought.get(e);
                if (offerer < 0 && e >= 0 && index.offered.get(e)) {
                    offerer = person;
                }
            }
            if (sought
                    && offerer >= 0
                    && groups.size(g) < rules.maxSize()
                    && !groups.contains(g, offerer)
                    && rules.mayMeet(g, offerer)) {
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
                    settled = false;
                }
            }
        }
    }

    /** Puts those who would gain enough, and have a language in common, in order of their gain. */
    private void rank(int[] purpose, IntArrayList carriers, double leastGain) {
        rank(purpose, carriers, leastGain, ANY_LANGUAGE);
    }

    private void rank(int[] purpose, IntArrayList carriers, double leastGain, long allowed) {
        count = 0;
        if (ranked.length < carriers.size()) {
            ranked = new long[carriers.size() * 2];
        }
        long common = allowed;
        for (int i = 0; i < carriers.size(); i++) {
            int person = carriers.getInt(i);
            if (groups.hasRoom(person)) {
                double gain = groups.gain(person, purpose, 0, purpose.length);
                if (gain >= leastGain) {
                    ranked[count++] = (long) (Integer.MAX_VALUE - Float.floatToIntBits((float) gain)) << 32 | person;
                    long spoken = index.languages[person];
                    common &= spoken == 0 ? ANY_LANGUAGE : spoken;
                }
            }
        }
        Arrays.sort(ranked, 0, count);
        if (common == 0) {
            keepBestLanguage(allowed);
        }
    }

    private void keepBestLanguage(long allowed) {
        var gains = new double[Long.SIZE];
        var seats = new int[Long.SIZE];
        for (int i = 0; i < count; i++) {
            long spoken = index.languages[(int) ranked[i]];
            for (long rest = allowed & (spoken == 0 ? ANY_LANGUAGE : spoken); rest != 0; rest &= rest - 1) {
                int language = Long.numberOfTrailingZeros(rest);
                if (seats[language]++ < rules.maxSize()) {
                    gains[language] += gain(ranked[i]);
                }
            }
        }
        int best = -1;
        for (int language = 0; language < Long.SIZE; language++) {
            if (seats[language] >= rules.minSize() && (best < 0 || gains[language] > gains[best])) {
                best = language;
            }
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            long spoken = index.languages[(int) ranked[i]];
            if (best >= 0 && (spoken == 0 || (spoken >> best & 1) != 0)) {
                ranked[kept++] = ranked[i];
            }
        }
        count = kept;
    }

    private static double gain(long ranked) {
        return Float.intBitsToFloat(Integer.MAX_VALUE - (int) (ranked >>> 32));
    }

    private static boolean fewEnough(int[] missing, int carried, int most) {
        for (int i = 0; i < missing.length; i++) {
            if ((carried >> i & 1) == 0 && missing[i] >= most) {
                return false;
            }
        }
        return true;
    }

    private static void noteMissing(int[] missing, int carried) {
        for (int i = 0; i < missing.length; i++) {
            missing[i] += 1 - (carried >> i & 1);
        }
    }

    private static int[] without(int[] purpose, int at) {
        var rest = new int[purpose.length - 1];
        System.arraycopy(purpose, 0, rest, 0, at);
        System.arraycopy(purpose, at + 1, rest, at, rest.length - at);
        return rest;
    }
}

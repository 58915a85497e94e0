package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Those who could be seated around a purpose at this moment, who gains most first: all with room, enough to gain, a size of
 * groups that suits them, a language in common, and a place where they could meet if not all would meet online.
 *
 * <p>What somebody gains is reckoned over the tags of the purpose that their groups do not cover yet, {@link By#INTEREST} or
 * {@link By#SHARE}. Whoever was left out of earlier formations, and is in no group yet, comes before all who would gain more.
 */
final class Ranking {

    /** How it is reckoned who gains most. */
    enum By {
        /**
         * Σ x_pt²: who shares much that is rare comes first. By shares, whoever has one common tag and nothing else would come
         * before others with three rare ones.
         */
        INTEREST,
        /** Σ e_pt, the share of all they care about: for those who are left, who come first if they have little else. */
        SHARE
    }

    private static final long ANY_LANGUAGE = -1;
    private static final int NOBODY = -1;

    /** More than anybody gains. */
    private static final float A_FORMATION = 1_000;

    /** Who was left out of more in a row comes no earlier. */
    private static final int MOST_FORMATIONS = 100;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final By by;

    /** Best first: the gain, turned round, above, the person below. */
    private long[] ranked = new long[64];

    private int count;

    /** What the best group in each language would gain, and how many would be in it. */
    private final double[] gains = new double[Long.SIZE];

    private final int[] seats = new int[Long.SIZE];

    private boolean leftOthers;

    /** Whether the best place is one where as many live as were asked for. */
    private boolean enough;

    Ranking(Index index, Groups groups, HardRules rules, By by) {
        this.by = by;
        this.index = index;
        this.groups = groups;
        this.rules = rules;
    }

    int count() {
        return count;
    }

    int person(int i) {
        return (int) ranked[i];
    }

    double gain(int i) {
        return Float.intBitsToFloat(Integer.MAX_VALUE - (int) (ranked[i] >>> 32));
    }

    /** Puts one before others who would gain more. */
    void moveForward(int from, int to) {
        long moved = ranked[from];
        System.arraycopy(ranked, to, ranked, to + 1, from - to);
        ranked[to] = moved;
    }

    /** Puts those in no group before the others; how many there are. */
    int putUnplacedFirst() {
        int unplaced = 0;
        for (int i = 0; i < count; i++) {
            if (groups.groupsOf(person(i)) == 0) {
                moveForward(i, unplaced++);
            }
        }
        return unplaced;
    }

    /**
     * Ranks some people; where they live far apart those who could meet, of whom the first would gain most.
     *
     * @param leastGain the least share of what they care about that must be covered anew
     */
    void rank(int[] purpose, IntArrayList people, double leastGain) {
        long common = rankAll(purpose, people, leastGain);
        leftOthers = false;
        if (!index.places.isEmpty()) {
            int all = count;
            int first = first();
            common = keep(person -> index.places.mayMeet(first, person));
            leftOthers = enough && count < all;
        }
        if (common == 0) {
            keepBestLanguage(ANY_LANGUAGE);
        }
    }

    /** Whether others, who live elsewhere, were left out, and there may be enough of them. */
    boolean leftOthers() {
        return leftOthers;
    }

    /**
     * Ranks some people of whom one is certain to be seated, and comes first.
     *
     * @param leastGain the least share of what they care about that must be covered anew
     * @param spoken languages of theirs in which they may meet; 0 where it may be any
     * @return whether there are enough for a group
     */
    boolean rankAround(int person, int[] purpose, IntArrayList people, double leastGain, long spoken) {
        long allowed = spoken == 0 ? ANY_LANGUAGE : spoken;
        long common = rankAll(purpose, people, leastGain);
        if (!index.places.isEmpty()) {
            common = keep(other -> index.places.mayMeet(person, other));
        }
        if ((common & allowed) == 0) {
            keepBestLanguage(allowed);
        }
        for (int i = 0; i < count; i++) {
            if (person(i) == person) {
                moveForward(i, 0);
                return count >= rules.minSize();
            }
        }
        return false;
    }

    /**
     * Ranks some people, whatever they speak and wherever they live.
     *
     * @param leastGain the least share of what they care about that must be covered anew
     * @return the languages that all of them speak
     */
    long rankAll(int[] purpose, IntArrayList people, double leastGain) {
        count = 0;
        if (ranked.length < people.size()) {
            ranked = new long[people.size() * 2];
        }
        long common = ANY_LANGUAGE;
        for (int i = 0; i < people.size(); i++) {
            int person = people.getInt(i);
            if (groups.hasRoom(person) && rules.makesSizesOf(person)) {
                double share = groups.gain(person, purpose, 0, purpose.length);
                if (share >= leastGain) {
                    float gain = (float) gain(person, share);
                    ranked[count++] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(gain)) << 32 | person;
                    common &= spokenBy(person);
                }
            }
        }
        Arrays.sort(ranked, 0, count);
        return common;
    }

    /** What somebody gains of whose interests so large a share is covered anew. */
    double gain(int person, double share) {
        return (by == By.SHARE ? share : share * index.interest(person)) + turn(person);
    }

    /** What having waited counts for. */
    private float turn(int person) {
        return index.waited.isEmpty() || groups.groupsOf(person) > 0
                ? 0
                : A_FORMATION * Math.min(MOST_FORMATIONS, index.waited.get(person));
    }

    private void keepBestLanguage(long allowed) {
        Arrays.fill(gains, 0);
        Arrays.fill(seats, 0);
        for (int i = 0; i < count; i++) {
            for (long rest = allowed & spokenBy(person(i)); rest != 0; rest &= rest - 1) {
                int language = Long.numberOfTrailingZeros(rest);
                if (seats[language]++ < rules.maxSize()) {
                    gains[language] += gain(i);
                }
            }
        }
        int best = -1;
        for (int language = 0; language < Long.SIZE; language++) {
            if (seats[language] >= rules.minSize() && (best < 0 || gains[language] > gains[best])) {
                best = language;
            }
        }
        int chosen = best;
        keep(person -> chosen >= 0 && (spokenBy(person) >> chosen & 1) != 0);
    }

    /** Of those who have enough others around them, or online, who would gain most; if nobody has, who would gain most of all. */
    private int first() {
        var neighbours = new Long2IntOpenHashMap();
        int online = 0;
        for (int i = 0; i < count; i++) {
            int person = person(i);
            neighbours.addTo(index.places.neighbourhood(person), 1);
            online += index.places.onlineOk(person) ? 1 : 0;
        }
        for (int i = 0; i < count; i++) {
            int person = person(i);
            if (neighbours.get(index.places.neighbourhood(person)) >= rules.minSize()
                    || (online >= rules.minSize() && index.places.onlineOk(person))) {
                enough = true;
                return person;
            }
        }
        enough = false;
        return count == 0 ? NOBODY : person(0);
    }

    /** Keeps some; the languages that all of them speak. */
    private long keep(IntPredicate stays) {
        long common = ANY_LANGUAGE;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int person = person(i);
            if (stays.test(person)) {
                ranked[kept++] = ranked[i];
                common &= spokenBy(person);
            }
        }
        count = kept;
        return common;
    }

    private long spokenBy(int person) {
        long spoken = index.languages[person];
        return spoken == 0 ? ANY_LANGUAGE : spoken;
    }
}

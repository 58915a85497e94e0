package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Step 5: says the purpose as fully as it is true, in the words that most of them use. A word gives way to a near one that more
 * members hold, though it be rarer, which would fit each of them better. Then a further tag is stated when enough members carry
 * it, and the purpose as a whole fits the members better than before. Everybody stays admitted.
 */
final class Refinement {

    private final Index index;
    private final Groups groups;

    Refinement(Index index, Groups groups) {
        this.index = index;
        this.groups = groups;
    }

    void refine(int g) {
        boolean refined = true;
        while (refined) {
            int[] stated = groups.purpose(g);
            int[] better = better(g, stated, others(g, stated));
            refined = better != stated;
            if (refined) {
                groups.restate(g, better);
            }
        }
    }

    /**
     * Says the purposes of all groups in the words that most of their members use by now, where all that must
     * hold still does; but of those that there were before.
     *
     * @return whether any is said otherwise now
     */
    boolean reword(HardRules rules) {
        boolean any = false;
        for (int g = 0; g < groups.count() && !index.near.isEmpty(); g++) {
            if (groups.size(g) > 0 && !groups.isKept(g)) {
                int[] stated = groups.purpose(g);
                int[] said = asMostSay(g, stated, others(g, stated));
                if (said != stated) {
                    groups.restate(g, said);
                    boolean stands = rules.stands(g);
                    if (!stands) {
                        groups.restate(g, stated);
                    }
                    any |= stands;
                }
            }
        }
        return any;
    }

    /** Of what could be stated instead the best: in the words of more of them, else with the tag more that fits them best. */
    private int[] better(int g, int[] stated, List<int[]> others) {
        int[] better = asMostSay(g, stated, others);
        if (better != stated) {
            return better;
        }
        double best = fit(g, stated);
        for (int[] other : others) {
            double fit = other.length > stated.length && allAdmitted(g, other) ? fit(g, other) : 0;
            if (fit > best + Affinity.ROUNDING) {
                best = fit;
                better = other;
            }
        }
        return better;
    }

    private int[] asMostSay(int g, int[] stated, List<int[]> others) {
        int[] said = stated;
        for (int[] other : others) {
            if (other.length == stated.length && isSaidByMore(g, other, said) && allAdmitted(g, other)) {
                said = other;
            }
        }
        return said;
    }

    /** Whether more members hold the tags of a purpose; where as many do, more people; and then what fits the members better. */
    private boolean isSaidByMore(int g, int[] purpose, int[] than) {
        int byMembers = Integer.compare(holders(g, purpose), holders(g, than));
        int byPeople = Integer.compare(frequency(purpose), frequency(than));
        int more = byMembers == 0 ? byPeople : byMembers;
        return more == 0 ? fit(g, purpose) > fit(g, than) + Affinity.ROUNDING : more > 0;
    }

    /** How many members hold the tags themselves, each as often as they hold one. */
    private int holders(int g, int[] purpose) {
        int holders = 0;
        for (int i = 0; i < groups.size(g); i++) {
            holders += Integer.bitCount(index.held(groups.member(g, i), purpose, 0, purpose.length));
        }
        return holders;
    }

    private int frequency(int[] purpose) {
        return IntStream.of(purpose).map(t -> index.frequency[t]).sum();
    }

    /** What could be stated instead: a tag more, or one that more of them hold in place of a near one. */
    private List<int[]> others(int g, int[] stated) {
        int[] held = heldTags(g);
        List<int[]> others = new ArrayList<>();
        for (int i = 0, next; i < held.length; i = next) {
            next = i + 1;
            while (next < held.length && held[next] == held[i]) {
                next++;
            }
            boolean isNear = index.near.isNear(held[i]);
            boolean isStated = Arrays.binarySearch(stated, held[i]) >= 0;
            int most = (next - i) * Shares.WHOLE + (isNear ? nearCarriers(held[i], held) : 0);
            if (isStated || !HardRules.shared(most, groups.size(g))) {
                continue;
            }
            if (stated.length < Purpose.MOST_TAGS) {
                consider(g, with(stated, held[i]), held[i], others);
            }
            for (int k = 0; isNear && k < stated.length; k++) {
                if (index.near.thousandths(held[i], stated[k]) > 0 && !sought(g, stated, k)) {
                    consider(g, with(without(stated, k), held[i]), held[i], others);
                }
            }
        }
        return others;
    }

    /** How much those who hold tags near to this one carry of it at most. */
    private int nearCarriers(int tag, int[] held) {
        int carriers = 0;
        for (int other : held) {
            carriers += index.near.thousandths(tag, other);
        }
        return carriers;
    }

    /** Adds a purpose where enough members carry every tag of it, and nobody seeks the one that is new. */
    private void consider(int g, int[] purpose, int tag, List<int[]> others) {
        if (sought(g, purpose, Arrays.binarySearch(purpose, tag))) {
            return;
        }
        var carriers = new int[purpose.length];
        for (int i = 0; i < groups.size(g); i++) {
            long carried = index.carried(groups.member(g, i), purpose, 0, purpose.length);
            for (int k = 0; k < purpose.length; k++) {
                carriers[k] += Shares.of(carried, k);
            }
        }
        for (int k = 0; k < purpose.length; k++) {
            if (!HardRules.shared(carriers[k], groups.size(g))
                    || (sought(g, purpose, k) && !offered(g, purpose, k))
                    || (anyIn(index.alone, g, purpose, k) && !isSaidByAll(g, purpose, k))) {
                return;
            }
        }
        others.add(purpose);
    }

    /** The tags of all members, ascending, each as often as it is held. */
    private int[] heldTags(int g) {
        var all = new IntArrayList();
        for (int i = 0; i < groups.size(g); i++) {
            int person = groups.member(g, i);
            for (int e = index.start[person]; e < index.start[person + 1]; e++) {
                all.add(index.tag[e]);
            }
        }
        int[] sorted = all.toIntArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private boolean sought(int g, int[] purpose, int at) {
        return anyIn(index.sought, g, purpose, at);
    }

    private boolean offered(int g, int[] purpose, int at) {
        return anyIn(index.offered, g, purpose, at);
    }

    /** Whether of those who carry the tag of the purpose everybody holds itself. */
    private boolean isSaidByAll(int g, int[] purpose, int at) {
        for (int i = 0; i < groups.size(g); i++) {
            int e = index.answer(groups.member(g, i), purpose, 0, purpose.length, at);
            if (e >= 0 && index.tag[e] != purpose[at]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a member carries the tag of the purpose by one of these entries. */
    private boolean anyIn(BitSet entries, int g, int[] purpose, int at) {
        if (entries.isEmpty()) {
            return false;
        }
        for (int i = 0; i < groups.size(g); i++) {
            int e = index.answer(groups.member(g, i), purpose, 0, purpose.length, at);
            if (e >= 0 && entries.get(e)) {
                return true;
            }
        }
        return false;
    }

    private boolean allAdmitted(int g, int[] purpose) {
        for (int i = 0; i < groups.size(g); i++) {
            long carried = index.carried(groups.member(g, i), purpose, 0, purpose.length);
            if (!index.admits(carried, purpose, 0, purpose.length)) {
                return false;
            }
        }
        return true;
    }

    /** The members' affinities to the purpose, summed up. */
    double fit(int g, int[] purpose) {
        double fit = 0;
        for (int i = 0; i < groups.size(g); i++) {
            for (double contribution : index.contributions(groups.member(g, i), purpose)) {
                fit += contribution;
            }
        }
        return fit;
    }

    /** The purpose without its i-th tag. */
    static int[] without(int[] purpose, int at) {
        int[] rest = Arrays.copyOf(purpose, purpose.length - 1);
        System.arraycopy(purpose, at + 1, rest, at, rest.length - at);
        return rest;
    }

    private static int[] with(int[] purpose, int tag) {
        int[] more = Arrays.copyOf(purpose, purpose.length + 1);
        more[purpose.length] = tag;
        Arrays.sort(more);
        return more;
    }
}

package org.coterie.matching;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Brings those together who share most besides, or know each other. Where many care about the same, {@link NextSeat} seats one
 * group after the other, so that the first takes those who suit each other, and the last gets who is left. Here two people of
 * different groups change places where neither has less of what they care about for it, and both together gain by that, or by
 * those with whom they sit then ({@link Counterparts}). What they share besides is stated after that ({@link Refinement}).
 *
 * <p>Pairwise exchange of two groups whose purposes have their rarest tag in common, as it parts graphs (Kernighan and Lin 1970).
 * Within two groups each exchange raises the sum of what is covered and of how alike those are who sit together; all are looked at
 * in two rounds, in the second those alone whom the first has changed. Each group is held against a few that are about most nearly
 * the same, so the cost grows with the number of groups and not with their square.
 */
final class Kindred {

    /** Each group is held against so many that follow it by purpose. */
    private static final int COMPARED = 16;

    private static final int ROUNDS = 2;

    private final Index index;
    private final Groups groups;
    private final Trade trade;

    Kindred(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        trade = new Trade(groups, rules);
    }

    /** Makes the exchanges that it finds among the groups founded just now, and says what they are about since. */
    void meet(Progress progress) {
        int[] founded = Arrays.stream(OpenPlaces.byPurpose(index, groups))
                .filter(g -> !groups.isKept(g))
                .toArray();
        var all = new BitSet();
        var before = new BitSet();
        before.set(0, groups.count());
        for (int round = 0; round < ROUNDS; round++) {
            before = exchange(founded, before, progress);
            all.or(before);
        }
        all.stream().forEach(new Refinement(index, groups)::refine);
    }

    /** Makes exchanges where one of two groups is among these, and tells which have changed. */
    private BitSet exchange(int[] founded, BitSet among, Progress progress) {
        var changed = new BitSet();
        for (int i = 0; i < founded.length; i++) {
            progress.stopIfUnwanted();
            int end = Math.min(founded.length, i + 1 + COMPARED);
            for (int k = i + 1; k < end && areAboutTheSame(founded[i], founded[k]); k++) {
                if (among.get(founded[i]) || among.get(founded[k])) {
                    exchange(founded[i], founded[k], changed);
                }
            }
        }
        return changed;
    }

    private boolean areAboutTheSame(int g, int h) {
        return groups.purposeTag(g, 0) == groups.purposeTag(h, 0);
    }

    private void exchange(int g, int h, BitSet changed) {
        if (new Counterparts(index, groups, trade, g, h).exchange()) {
            changed.set(g);
            changed.set(h);
        }
    }
}

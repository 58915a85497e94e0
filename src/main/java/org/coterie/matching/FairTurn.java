package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrays;

/**
 * Whoever was left out of earlier formations comes first, the longest wait before all: a group around each of them while
 * everybody else still has room, about the rarest of their tags that allows one. Later steps, too, seat them before those who
 * would gain more ({@link Ranking}).
 */
final class FairTurn {

    /** A tag that more people hold is left to the later steps, which look at all of its holders once. */
    private static final int MOST_HOLDERS = 2_000;

    private final Index index;
    private final Groups groups;
    private final Assembly assembly;
    private final Refinement refinement;

    FairTurn(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.assembly = new Assembly(index, groups, rules, Ranking.By.INTEREST);
        this.refinement = new Refinement(index, groups);
    }

    void place(Progress progress) {
        int[] waiting = index.waited.keySet().toIntArray();
        IntArrays.mergeSort(waiting, (a, b) -> {
            int byWait = Integer.compare(index.waited.get(b), index.waited.get(a));
            return byWait != 0 ? byWait : Integer.compare(a, b);
        });
        for (int i = 0; i < waiting.length; i++) {
            if (i % 256 == 0) {
                progress.reached((double) i / waiting.length);
            }
            int person = waiting[i];
            if (index.waited.get(person) > 0 && groups.groupsOf(person) == 0 && groups.hasRoom(person)) {
                placeOne(person);
            }
        }
    }

    private void placeOne(int person) {
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            int tag = index.tag[e];
            if (index.holders(tag) <= MOST_HOLDERS) {
                int g = assembly.foundAround(person, new int[] {tag}, index.carriers(tag), Double.MIN_VALUE);
                if (g >= 0) {
                    refinement.refine(g);
                    return;
                }
            }
        }
    }
}

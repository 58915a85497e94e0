package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * A group for somebody who has none, of others without one and of as few as possible whose own groups can do without them.
 * So nobody is left over because the groups have filled up.
 */
final class Spared {

    /** Of those who share a tag, no more are considered. */
    private static final int ASKED = 512;

    private static final int NOWHERE = -1;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final Refinement refinement;
    private final boolean besides;

    /** Who sits in the new group, and which one each has left for it. */
    private final IntArrayList seated = new IntArrayList();

    private final IntArrayList left = new IntArrayList();

    /**
     * Where it takes others.
     *
     * @param besides whether they may come who stay in their own groups as well
     */
    Spared(Index index, Groups groups, HardRules rules, boolean besides) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.refinement = new Refinement(index, groups);
        this.besides = besides;
    }

    /** Founds a group around one of the person's tags, the rarest first, where there can be one. */
    void foundAround(int person) {
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            if (found(person, index.tag[e])) {
                return;
            }
        }
    }

    private boolean found(int person, int tag) {
        int g = groups.found(new int[] {tag});
        seated.clear();
        left.clear();
        move(person, NOWHERE, g);
        var carriers = index.carriers(tag);
        int end = Math.min(carriers.size(), ASKED);
        for (int c = 0; c < end && groups.size(g) < rules.maxSize(); c++) {
            int other = carriers.getInt(c);
            if (groups.groupsOf(other) == 0 && groups.hasRoom(other) && rules.mayMeet(g, other)) {
                move(other, NOWHERE, g);
            }
        }
        for (int c = 0; c < end && groups.size(g) < rules.minSize(); c++) {
            int other = carriers.getInt(c);
            if (!groups.contains(g, other) && rules.mayMeet(g, other)) {
                spare(other, g);
            }
        }
        if (rules.stands(g)) {
            refinement.refine(g);
            return true;
        }
        takeBack(g);
        return false;
    }

    private void spare(int person, int g) {
        if (besides && groups.hasRoom(person)) {
            move(person, NOWHERE, g);
            return;
        }
        for (int i = 0; i < groups.groupsOf(person); i++) {
            if (rules.mayLeave(groups.groupOf(person, i), person)) {
                move(person, groups.groupOf(person, i), g);
                return;
            }
        }
    }

    private void move(int person, int from, int g) {
        if (from != NOWHERE) {
            groups.unseat(from, person);
        }
        groups.seat(g, person);
        seated.add(person);
        left.add(from);
    }

    private void takeBack(int g) {
        groups.dissolve(g);
        groups.forget(g);
        for (int i = 0; i < seated.size(); i++) {
            if (left.getInt(i) != NOWHERE) {
                groups.seat(left.getInt(i), seated.getInt(i));
            }
        }
    }
}

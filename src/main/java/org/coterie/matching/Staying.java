package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;

/**
 * Who of a proposal can go on together: as many as possible. Where whoever comes first keeps others out, it looks at those
 * who are left without them, too, by branch and bound (Land and Doig 1960), though at no more than {@value #MOST_LOOKS} crowds.
 */
final class Staying {

    /** So many who are left of a proposal wait whether others join them, before it ends. */
    private static final int WAITING = 2;

    private static final int MOST_LOOKS = 1_000;

    private final Groups groups;
    private final HardRules rules;
    private int looks;

    Staying(Groups groups, HardRules rules) {
        this.groups = groups;
        this.rules = rules;
    }

    /** Whether so many are left of a proposal, and so, that others may join them. */
    boolean goesOn(int g) {
        return groups.size(g) >= WAITING && rules.standsWithMore(g);
    }

    /**
     * Seats those who go on together in a group in which nobody is yet; where nobody does, those who could meet.
     *
     * @param willing who would stay; of equally many, those who come first are preferred
     */
    void seat(int g, IntList willing) {
        for (int person : willing) {
            if (groups.size(g) < groups.places(g) && rules.mayMeet(g, person)) {
                groups.seat(g, person);
            }
        }
        unseatUnsettled(g);
        int most = Math.min(willing.size(), groups.places(g));
        if (groups.size(g) < most) {
            IntArrayList together = groups.members(g);
            IntArrayList best = goesOn(g) ? together : new IntArrayList();
            groups.dissolve(g);
            looks = 0;
            best = best(g, willing, best);
            (best.isEmpty() ? together : best).forEach(person -> groups.seat(g, person));
        }
    }

    /** The most who go on together of who is in the group and of these, if they are more than the best so far. */
    private IntArrayList best(int g, IntList others, IntArrayList soFar) {
        int most = Math.min(groups.size(g) + others.size(), groups.places(g));
        if (most <= soFar.size() || looks == MOST_LOOKS) {
            return soFar;
        }
        looks++;
        if (others.isEmpty() || groups.size(g) == groups.places(g)) {
            return settled(g, soFar);
        }
        int next = others.getInt(0);
        IntList rest = others.subList(1, others.size());
        IntArrayList best = soFar;
        if (rules.mayMeet(g, next)) {
            groups.seat(g, next);
            best = best(g, rest, best);
            groups.unseat(g, next);
        }
        return best(g, rest, best);
    }

    /** Those in the group who may stay in it, if they go on together and are more than the best so far. */
    private IntArrayList settled(int g, IntArrayList soFar) {
        IntArrayList all = groups.members(g);
        unseatUnsettled(g);
        IntArrayList best = groups.size(g) > soFar.size() && goesOn(g) ? groups.members(g) : soFar;
        groups.dissolve(g);
        all.forEach(person -> groups.seat(g, person));
        return best;
    }

    private void unseatUnsettled(int g) {
        for (int person = unsettled(g); person >= 0; person = unsettled(g)) {
            groups.unseat(g, person);
        }
    }

    /** A member who has no company enough, or does not find what they seek; the last of several, or -1. */
    private int unsettled(int g) {
        for (int i = groups.size(g) - 1; i >= 0; i--) {
            if (!rules.mayStay(g, groups.member(g, i))) {
                return groups.member(g, i);
            }
        }
        return -1;
    }
}

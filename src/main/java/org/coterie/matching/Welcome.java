package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;

/**
 * Step 6: a purpose is stated less fully where that lets somebody in. Who remembers two tags of four is not admitted to the
 * four, and may well belong to their people; with one tag less they are.
 *
 * <p>It is done where the members fit what is stated better afterwards, taken together with whoever comes: one who would
 * be in no group needs to add no more to the sum of all affinities than others lose, anybody else clearly more.
 */
final class Welcome {

    /** So much more must the affinities of a group sum up to by somebody who is in a group already. */
    private static final double WORTH_RESTATING = 0.25;

    /** Of the groups behind a person's tags, the rarest tags first, no more are considered. */
    private static final int CONSIDERED = 256;

    private static final int NOWHERE = -1;
    private static final int NOTHING = -1;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final Refinement refinement;
    private final OpenPlaces places;
    private final IntSet considered = new IntOpenHashSet();

    /** The best so far: the group, what it states less, and how much better all fit. */
    private int joined;

    private int[] stated = {};
    private double better;

    Welcome(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.refinement = new Refinement(index, groups);
        this.places = new OpenPlaces(index, groups, rules);
    }

    /** Lets in whomever it can, those in no group first. */
    void extend(Progress progress) {
        extend(true, progress);
        extend(false, progress);
    }

    private void extend(boolean unplaced, Progress progress) {
        for (int p = 0; p < index.people; p++) {
            if (p % 256 == 0) {
                progress.reached(((unplaced ? 0 : 1) + (double) p / index.people) / 2);
            }
            if ((groups.groupsOf(p) == 0) == unplaced && groups.hasRoom(p)) {
                letIn(p, unplaced ? 0 : WORTH_RESTATING);
            }
        }
    }

    private void letIn(int person, double worthRestating) {
        joined = NOWHERE;
        better = worthRestating;
        considered.clear();
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            int tag = index.tag[e];
            for (int i = places.from(tag); i < places.to(tag) && considered.size() < CONSIDERED; i++) {
                if (considered.add(places.group(i))) {
                    consider(person, places.group(i));
                }
            }
        }
        if (joined != NOWHERE) {
            groups.restate(joined, stated);
            groups.seat(joined, person);
            refinement.refine(joined);
        }
    }

    private void consider(int person, int g) {
        if (groups.isKept(g) || !rules.isOpen(g) || groups.contains(g, person) || !rules.mayMeet(g, person)) {
            return;
        }
        int[] all = groups.purpose(g);
        double before = refinement.fit(g, all);
        for (int less = NOTHING; less < all.length; less++) {
            int[] purpose = less == NOTHING ? all : Refinement.without(all, less);
            if (purpose.length > 0 && suits(person, purpose)) {
                tryOut(person, g, purpose, before);
            }
        }
        groups.restate(g, all);
    }

    /** Whether a group with this purpose would be something new for a person who is admitted to it. */
    private boolean suits(int person, int[] purpose) {
        return groups.gain(person, purpose, 0, purpose.length) > 0
                && index.admits(index.carried(person, purpose, 0, purpose.length), purpose, 0, purpose.length);
    }

    private void tryOut(int person, int g, int[] purpose, double before) {
        if (!Arrays.equals(groups.purpose(g), purpose)) {
            groups.restate(g, purpose);
        }
        groups.seat(g, person);
        double fit = rules.stands(g) ? refinement.fit(g, purpose) - before : 0;
        if (fit > better + Affinity.ROUNDING) {
            joined = g;
            stated = purpose;
            better = fit;
        }
        groups.unseat(g, person);
    }
}

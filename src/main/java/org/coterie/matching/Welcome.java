package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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

    /** For each group that was considered and has not changed since, how much less its members fit without each of its tags. */
    private final Int2ObjectMap<double[]> losses = new Int2ObjectOpenHashMap<>();

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
                int g = places.group(i);
                if (considered.add(g) && mayBeAdmitted(person, g) && !groups.isKept(g)) {
                    consider(person, g);
                }
            }
        }
        if (joined != NOWHERE) {
            groups.restate(joined, stated);
            groups.seat(joined, person);
            refinement.refine(joined);
            losses.remove(joined);
        }
    }

    /** Whether the person carries enough of what the group states, or of that without the tag whose lack weighs most. */
    private boolean mayBeAdmitted(int person, int g) {
        long carried = groups.carried(g, person);
        double part = 0;
        double whole = 0;
        double most = 0;
        for (int i = 0; i < groups.purposeSize(g); i++) {
            double rarity = index.idf[groups.purposeTag(g, i)];
            double of = rarity * Shares.of(carried, i) / Shares.WHOLE;
            whole += rarity;
            part += of;
            most = Math.max(most, rarity - of);
        }
        return Affinity.admits(part, whole - most);
    }

    private void consider(int person, int g) {
        if (!rules.isOpen(g) || groups.contains(g, person)) {
            return;
        }
        int[] all = groups.purpose(g);
        double[] loss = losses.computeIfAbsent(g, any -> losses(g, all));
        for (int less = NOTHING; less < all.length; less++) {
            int[] purpose = less == NOTHING ? all : Refinement.without(all, less);
            if (purpose.length > 0 && suits(person, purpose)) {
                double fit =
                        DoubleStream.of(index.contributions(person, purpose)).sum();
                double sum = less == NOTHING ? fit : fit - loss[less];
                if (sum > better + Affinity.ROUNDING && rules.mayMeet(g, person) && standsWith(person, g, purpose)) {
                    joined = g;
                    stated = purpose;
                    better = sum;
                }
            }
        }
    }

    /** How much less the members would fit a purpose without each of its tags. */
    private double[] losses(int g, int[] all) {
        double fit = refinement.fit(g, all);
        return IntStream.range(0, all.length)
                .mapToDouble(i -> all.length == 1 ? fit : fit - refinement.fit(g, Refinement.without(all, i)))
                .toArray();
    }

    /** Whether a group with this purpose would be something new for a person who is admitted to it. */
    private boolean suits(int person, int[] purpose) {
        return groups.gain(person, purpose, 0, purpose.length) > 0
                && index.admits(index.carried(person, purpose, 0, purpose.length), purpose, 0, purpose.length);
    }

    private boolean standsWith(int person, int g, int[] purpose) {
        int[] all = groups.purpose(g);
        groups.changes.suppose();
        groups.restate(g, purpose);
        groups.seat(g, person);
        boolean stands = rules.stands(g);
        groups.unseat(g, person);
        groups.restate(g, all);
        groups.changes.asBefore();
        return stands;
    }
}

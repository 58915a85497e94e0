package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Where a person could go: the groups that have an open place, found by the tags that whoever is admitted must carry one
 * of. Made for a set of groups whose purposes do not change; their members may.
 */
final class OpenPlaces {

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final int[] start;
    private final int[] group;

    /** Where in {@link #group} the purpose is the same as just before. */
    private final BitSet twins;

    /** In which square of the map somebody in each of {@link #group} is, ascending among twins; empty where that does not matter. */
    private final long[] square;

    private final Lacking lacking;

    /** Where the groups are that a person could come to, see {@link Places#stretchesAround}. */
    private long[] stretches = {};

    /** What the last search found: the group to join, the one to leave or -1, and how much it covers more. */
    private int join;

    private int leave;
    private double gain;

    OpenPlaces(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        twins = new BitSet();
        lacking = new Lacking(index, groups);
        start = new int[index.tags + 1];
        int[] byPurpose = byPurpose(index, groups);
        for (int g : byPurpose) {
            for (int i = 0; i < listed(g); i++) {
                start[groups.purposeTag(g, i) + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = start.clone();
        group = new int[start[index.tags]];
        for (int g : byPurpose) {
            for (int i = 0; i < listed(g); i++) {
                int at = next[groups.purposeTag(g, i)]++;
                group[at] = g;
                if (at > start[groups.purposeTag(g, i)]
                        && Arrays.equals(groups.purpose(group[at - 1]), groups.purpose(g))) {
                    twins.set(at);
                }
            }
        }
        square = index.places.isEmpty()
                ? new long[0]
                : IntStream.of(group)
                        .mapToLong(g -> index.places.square(groups.member(g, 0)))
                        .toArray();
    }

    /** The groups that have members, by what they are about, from rare to common, and of those about the same neighbours side by side. */
    static int[] byPurpose(Index index, Groups groups) {
        int[] byPurpose = IntStream.range(0, groups.count())
                .filter(g -> groups.size(g) > 0)
                .toArray();
        var purpose = new int[groups.count()][];
        for (int g : byPurpose) {
            purpose[g] = groups.purpose(g);
        }
        IntArrays.mergeSort(byPurpose, (a, b) -> {
            int compared = Arrays.compare(purpose[a], purpose[b]);
            return compared != 0 || index.places.isEmpty()
                    ? compared
                    : index.places.compare(groups.member(a, 0), groups.member(b, 0));
        });
        return byPurpose;
    }

    private OpenPlaces(OpenPlaces other) {
        index = other.index;
        groups = other.groups;
        rules = other.rules;
        start = other.start;
        group = other.group;
        twins = other.twins;
        square = other.square;
        lacking = new Lacking(index, groups);
    }

    /** The same places, to be searched by another thread. */
    OpenPlaces view() {
        return new OpenPlaces(this);
    }

    /**
     * Looks for the move that a person would gain most from: to an open place, for those without room in exchange for a
     * group that can do without them.
     *
     * @return whether there is one that covers at least {@code worthMoving} more of what they care about
     */
    boolean search(int person, double worthMoving) {
        join = -1;
        leave = -1;
        gain = worthMoving;
        // what a move covers more is among what is lacking
        if (index.room[person] == 0 || lacking.lookAt(person) <= worthMoving) {
            return false;
        }
        stretches = index.places.isEmpty() ? stretches : index.places.stretchesAround(person);
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            int tag = index.tag[e];
            considerAll(person, tag);
            for (int n = index.near.from(tag); n < index.near.to(tag); n++) {
                considerAll(person, index.near.near(n));
            }
        }
        return join >= 0;
    }

    /** Where the groups listed under a tag begin. */
    int from(int tag) {
        return start[tag];
    }

    /** Where they end. */
    int to(int tag) {
        return start[tag + 1];
    }

    /** One of the groups that are listed. */
    int group(int i) {
        return group[i];
    }

    /** Considers the groups listed under a tag. */
    private void considerAll(int person, int tag) {
        int end = start[tag + 1];
        for (int from = start[tag], to; from < end; from = to) {
            to = Math.min(end, twins.nextClearBit(from + 1));
            consider(person, from, to);
        }
    }

    /** The group to join, after a search that found one. */
    int join() {
        return join;
    }

    /** The group to leave for it, or -1 where there is room. */
    int leave() {
        return leave;
    }

    /** Considers groups with the same purpose. */
    private void consider(int person, int first, int to) {
        int from = first;
        while (from < to && !rules.isOpen(group[from])) {
            from++;
        }
        if (from == to) {
            return;
        }
        int any = group[from];
        if (lacking.coveredAtMost(any) <= gain) {
            return;
        }
        // whoever leaves a group for it gains no more than if they could join it besides
        double most = lacking.coveredBy(any);
        if (most <= gain || !groups.admits(any, groups.carried(any, person))) {
            return;
        }
        if (groups.hasRoom(person)) {
            choose(person, from, to, -1, most);
            return;
        }
        for (int i = 0; i < groups.groupsOf(person); i++) {
            int left = groups.groupOf(person, i);
            double more = groups.exchange(person, left, any);
            if (more > gain && rules.mayLeave(left, person)) {
                choose(person, from, to, left, more);
            }
        }
    }

    private void choose(int person, int from, int to, int left, double more) {
        if (stretches.length == 0) {
            chooseOf(person, from, to, left, more);
            return;
        }
        boolean found = chooseOf(person, from, firstOf(0, from, to), left, more);
        for (int s = 0; s < stretches.length && !found; s += 2) {
            int first = firstOf(stretches[s], from, to);
            found = chooseOf(person, first, firstOf(stretches[s + 1], first, to), left, more);
        }
    }

    private boolean chooseOf(int person, int from, int to, int left, double more) {
        for (int i = from; i < to; i++) {
            if (rules.isOpen(group[i]) && group[i] != left && rules.mayMove(group[i], person)) {
                join = group[i];
                leave = left;
                gain = more;
                return true;
            }
        }
        return false;
    }

    /** The first of some twins whose square has at least this number. */
    private int firstOf(long number, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (square[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many of the purpose's tags the group is listed under. */
    private int listed(int g) {
        return groups.size(g) == 0 ? 0 : Carriers.prefix(index, groups.purpose(g));
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a formation came to: groups in a fixed order, each with its purpose, its members and the reason for every one of
 * them. First those that there were before and that go on: proposals, and of the groups to which somebody has said yes
 * those that somebody is asked into. People, tags and groups are known by their index in the {@link Population}.
 */
public final class Outcome {

    private final int[] purposeStart;
    private final int[] purposeTags;
    private final int[] memberStart;
    private final int[] members;
    private final int[] contributionStart;
    private final double[] contributions;

    /** Where a contribution comes from a near tag: that tag, and how much it counts, in thousandths. */
    private final Int2IntMap nearTag = new Int2IntOpenHashMap();

    private final Int2IntMap nearShare = new Int2IntOpenHashMap();
    private final int[] origin;

    /** For each seat, whom its owner finds there once more: from {@code againStart[s]} to {@code againStart[s + 1]}. */
    private final int[] againStart;

    private final IntArrayList again = new IntArrayList();
    private final List<Moved> moved;
    private final int placed;
    private final Quality quality;

    Outcome(Index index, Groups groups, List<Moved> moved, Quality quality) {
        this.quality = quality;
        this.moved = List.copyOf(moved);
        placed = (int) IntStream.range(0, index.people)
                .filter(p -> groups.groupsOf(p) > 0)
                .count();
        int[] live = IntStream.range(0, groups.count())
                .filter(g -> groups.size(g) > 0 && !isUnchanged(index, groups, g))
                .toArray();
        origin = IntStream.of(live).map(groups::origin).toArray();
        purposeStart = new int[live.length + 1];
        memberStart = new int[live.length + 1];
        contributionStart = new int[live.length + 1];
        for (int i = 0; i < live.length; i++) {
            purposeStart[i + 1] = purposeStart[i] + groups.purposeSize(live[i]);
            memberStart[i + 1] = memberStart[i] + groups.size(live[i]);
            contributionStart[i + 1] = contributionStart[i] + groups.purposeSize(live[i]) * groups.size(live[i]);
        }
        purposeTags = new int[purposeStart[live.length]];
        members = new int[memberStart[live.length]];
        contributions = new double[contributionStart[live.length]];
        againStart = new int[members.length + 1];
        for (int i = 0; i < live.length; i++) {
            write(i, index, groups.purpose(live[i]), groups.members(live[i]).toIntArray());
        }
        if (!index.meetings.isEmpty()) {
            int[] inside = index.numbersInside();
            IntStream.range(0, live.length).forEach(i -> writeAgain(i, index, inside));
        }
    }

    private static boolean isUnchanged(Index index, Groups groups, int g) {
        return groups.isAnswered(g) && groups.size(g) == index.existing.members(groups.origin(g)).length;
    }

    private void write(int group, Index index, int[] purpose, int[] people) {
        for (int i = 0; i < purpose.length; i++) {
            purposeTags[purposeStart[group] + i] = index.outsideTag(purpose[i]);
        }
        var fit = new double[people.length];
        var because = new double[people.length][];
        for (int i = 0; i < people.length; i++) {
            because[i] = index.contributions(people[i], purpose);
            fit[i] = DoubleStream.of(because[i]).sum();
        }
        int[] bestFirst = IntStream.range(0, people.length).toArray();
        IntArrays.mergeSort(bestFirst, (a, b) -> Double.compare(fit[b], fit[a]));
        for (int i = 0; i < people.length; i++) {
            members[memberStart[group] + i] = index.outsidePerson(people[bestFirst[i]]);
            System.arraycopy(
                    because[bestFirst[i]],
                    0,
                    contributions,
                    contributionStart[group] + i * purpose.length,
                    purpose.length);
            if (!index.near.isEmpty()) {
                int person = people[bestFirst[i]];
                writeNear(contributionStart[group] + i * purpose.length, index, purpose, person);
            }
        }
    }

    private void writeNear(int from, Index index, int[] purpose, int person) {
        for (int k = 0; k < purpose.length; k++) {
            int e = index.answer(person, purpose, 0, purpose.length, k);
            if (e >= 0 && index.tag[e] != purpose[k]) {
                nearTag.put(from + k, index.outsideTag(index.tag[e]));
                nearShare.put(from + k, index.share(e, purpose[k]));
            }
        }
    }

    private void writeAgain(int group, Index index, int[] inside) {
        int[] before = origin[group] < 0 ? new int[0] : index.existing.members(origin[group]);
        for (int s = memberStart[group]; s < memberStart[group + 1]; s++) {
            for (int t = memberStart[group]; t < memberStart[group + 1]; t++) {
                int one = inside[members[s]];
                int other = inside[members[t]];
                if (index.meetings.last(one, other) != Meetings.NEVER
                        && !(Arrays.binarySearch(before, one) >= 0 && Arrays.binarySearch(before, other) >= 0)) {
                    again.add(members[t]);
                }
            }
            againStart[s + 1] = again.size();
        }
    }

    /** How many groups formed, or go on. */
    public int groups() {
        return memberStart.length - 1;
    }

    /** The index of a group that there was before, or -1 for a new one. */
    public int origin(int group) {
        return origin[group];
    }

    /** Who was taken out of a proposal, and why; each once a proposal. */
    public List<Moved> moved() {
        return moved;
    }

    /** The indices of a group's tags, the rarest and so most decisive first, 1 to 5 of them. */
    public int[] purpose(int group) {
        return Arrays.copyOfRange(purposeTags, purposeStart[group], purposeStart[group + 1]);
    }

    /** The indices of a group's members, the one it fits best first. */
    public int[] members(int group) {
        return Arrays.copyOfRange(members, memberStart[group], memberStart[group + 1]);
    }

    /**
     * How well the group's purpose fits that member, within [0, 1]: the sum of the {@link #contributions}.
     *
     * @param i the i-th of {@link #members}
     */
    public double affinity(int group, int i) {
        double sum = 0;
        for (double contribution : contributions(group, i)) {
            sum += contribution;
        }
        return Math.min(1, sum);
    }

    /**
     * What each tag of {@link #purpose} adds to that member's affinity; 0 where they do not carry the tag.
     *
     * @param i the i-th of {@link #members}
     */
    public double[] contributions(int group, int i) {
        int width = purposeStart[group + 1] - purposeStart[group];
        int from = contributionStart[group] + i * width;
        return Arrays.copyOfRange(contributions, from, from + width);
    }

    /**
     * The tags by which that member carries those of {@link #purpose}: the same ones, or else near ones that they hold instead;
     * -1 where they do not carry the tag.
     *
     * @param i the i-th of {@link #members}
     */
    public int[] heldFor(int group, int i) {
        int[] held = purpose(group);
        int from = contributionStart[group] + i * held.length;
        for (int k = 0; k < held.length; k++) {
            held[k] = contributions[from + k] > 0 ? nearTag.getOrDefault(from + k, held[k]) : -1;
        }
        return held;
    }

    /**
     * How much that member carries of each tag of {@link #purpose}: 1 where they hold it, the confidence where they hold a near
     * one instead, else 0.
     *
     * @param i the i-th of {@link #members}
     */
    public double[] confidences(int group, int i) {
        int width = purposeStart[group + 1] - purposeStart[group];
        int from = contributionStart[group] + i * width;
        var confidences = new double[width];
        for (int k = 0; k < width; k++) {
            confidences[k] = contributions[from + k] > 0
                    ? (double) nearShare.getOrDefault(from + k, Shares.WHOLE) / Shares.WHOLE
                    : 0;
        }
        return confidences;
    }

    /**
     * Whom that member has {@link PopulationBuilder#met met} before and finds here once more, because somebody would have
     * been left out otherwise; those beside whom they were in the group already are not among them.
     *
     * @param i the i-th of {@link #members}
     */
    public int[] metAgain(int group, int i) {
        int seat = memberStart[group] + i;
        return Arrays.copyOfRange(again.elements(), againStart[seat], againStart[seat + 1]);
    }

    /** How many seats are beside somebody whom their owner has met before. */
    public int seatsMetAgain() {
        return (int) IntStream.range(0, members.length)
                .filter(seat -> againStart[seat] < againStart[seat + 1])
                .count();
    }

    /** The mean affinity of a group's members, within [0, 1]. */
    public double cohesion(int group) {
        int size = memberStart[group + 1] - memberStart[group];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += affinity(group, i);
        }
        return sum / size;
    }

    /** How many people are in at least one group, those that stay as they were included. */
    public int placed() {
        return placed;
    }

    /** How good it turned out. */
    public Quality quality() {
        return quality;
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a formation came to: groups in a fixed order, each with its purpose, its members and the reason for every one of
 * them. People and tags are known by their index in the {@link Population}.
 */
public final class Outcome {

    private final int[] purposeStart;
    private final int[] purposeTags;
    private final int[] memberStart;
    private final int[] members;
    private final int[] contributionStart;
    private final double[] contributions;
    private final int placed;
    private final Quality quality;

    Outcome(Index index, Groups groups, Quality quality) {
        this.quality = quality;
        placed = (int) IntStream.range(0, index.people)
                .filter(p -> groups.groupsOf(p) > 0)
                .count();
        int[] live = IntStream.range(0, groups.count())
                .filter(g -> groups.size(g) > 0)
                .toArray();
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
        for (int i = 0; i < live.length; i++) {
            write(i, index, groups.purpose(live[i]), groups.members(live[i]).toIntArray());
        }
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
        }
    }

    /** How many groups formed. */
    public int groups() {
        return memberStart.length - 1;
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

    /** The mean affinity of a group's members, within [0, 1]. */
    public double cohesion(int group) {
        int size = memberStart[group + 1] - memberStart[group];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += affinity(group, i);
        }
        return sum / size;
    }

    /** How many people are in at least one group. */
    public int placed() {
        return placed;
    }

    /** How good it turned out. */
    public Quality quality() {
        return quality;
    }
}

package org.coterie.matching;

import java.util.Arrays;

/** What one person cares about that none of their groups covers. Made once and filled for one person after another. */
final class Lacking {

    private static final int REMAINDERS = 128;

    private final Index index;
    private final Groups groups;
    private int[] tags = new int[16];
    private float[] shares = new float[16];
    private int count;
    private int person;

    /** Tags that would cover some of it, ascending, and how much each would at most. */
    private int[] reached = new int[16];

    private double[] most = new double[16];
    private int reachedCount;

    /** How much all lacking tags of one remainder would cover together; asked for where no tags are near. */
    private final double[] atMost = new double[REMAINDERS];

    Lacking(Index index, Groups groups) {
        this.index = index;
        this.groups = groups;
    }

    /** Looks at this person; how much of what they care about it is, 0 to 1. */
    double lookAt(int person) {
        this.person = person;
        for (int i = 0; i < count; i++) {
            atMost[tags[i] % REMAINDERS] = 0;
        }
        count = 0;
        reachedCount = 0;
        if (index.interests(person) > tags.length) {
            tags = new int[index.interests(person)];
            shares = new float[index.interests(person)];
        }
        double all = 0;
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            double covered = groups.covered(person, e);
            if (covered < 1) {
                tags[count] = index.tag[e];
                shares[count] = index.share[e];
                atMost[tags[count] % REMAINDERS] += shares[count];
                all += shares[count++] * (1 - covered);
                if (!index.near.isEmpty()) {
                    reachFrom(e, covered);
                }
            }
        }
        return all;
    }

    /** Notes which tags of a purpose would cover more of an entry, and how much more. */
    private void reachFrom(int entry, double covered) {
        int tag = index.tag[entry];
        reach(tag, index.share[entry] * (1 - covered));
        for (int n = index.near.from(tag); n < index.near.to(tag); n++) {
            double more = (double) index.near.thousandths(n) / Shares.WHOLE - covered;
            if (more > 0) {
                reach(index.near.near(n), index.share[entry] * more);
            }
        }
    }

    private void reach(int tag, double more) {
        int at = Arrays.binarySearch(reached, 0, reachedCount, tag);
        if (at >= 0) {
            most[at] = Math.max(most[at], more);
            return;
        }
        if (reachedCount == reached.length) {
            reached = Arrays.copyOf(reached, 2 * reachedCount);
            most = Arrays.copyOf(most, 2 * reachedCount);
        }
        int to = -at - 1;
        System.arraycopy(reached, to, reached, to + 1, reachedCount - to);
        System.arraycopy(most, to, most, to + 1, reachedCount - to);
        reached[to] = tag;
        most[to] = more;
        reachedCount++;
    }

    /** A bound of {@link #coveredBy} that is found faster. */
    double coveredAtMost(int g) {
        double sum = 0;
        for (int i = 0; i < groups.purposeSize(g); i++) {
            int tag = groups.purposeTag(g, i);
            sum += index.near.isEmpty() ? atMost[tag % REMAINDERS] : mostBy(tag);
        }
        return sum + Affinity.ROUNDING;
    }

    private double mostBy(int tag) {
        int at = Arrays.binarySearch(reached, 0, reachedCount, tag);
        return at < 0 ? 0 : most[at];
    }

    /** How much of it a group with this purpose would cover: what {@link Groups#gain} is, faster for many groups. */
    double coveredBy(int g) {
        if (!index.near.isEmpty()) {
            return groups.gain(person, g);
        }
        double gain = 0;
        int size = groups.purposeSize(g);
        int at = 0;
        for (int i = 0; i < count && at < size; i++) {
            while (at < size && groups.purposeTag(g, at) < tags[i]) {
                at++;
            }
            if (at < size && groups.purposeTag(g, at) == tags[i]) {
                gain += shares[i];
            }
        }
        return gain;
    }
}

package org.coterie.matching;

/** What one person cares about that none of their groups covers. Made once and filled for one person after another. */
final class Lacking {

    private final Index index;
    private final Groups groups;
    private int[] tags = new int[16];
    private float[] shares = new float[16];
    private int count;
    private int person;

    Lacking(Index index, Groups groups) {
        this.index = index;
        this.groups = groups;
    }

    /** Looks at this person; how much of what they care about it is, 0 to 1. */
    double lookAt(int person) {
        this.person = person;
        count = 0;
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
                all += shares[count++] * (1 - covered);
            }
        }
        return all;
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

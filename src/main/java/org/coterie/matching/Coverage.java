package org.coterie.matching;

/**
 * How much of what people care about their groups cover. Of an entry it is the most that one of its owner's groups covers: all of
 * it where a group states its tag, as much as the tags are near where it states a near one.
 */
final class Coverage {

    private static final int NONE = -1;

    private final Index index;
    private final Groups groups;

    /** How many groups of its owner's state the tag of an entry. */
    private final byte[] covering;

    /** How many groups of its owner's state a tag that an entry answers in part; empty where no tags are near. */
    private final byte[] nearly;

    /** Nothing is covered yet. */
    Coverage(Index index, Groups groups) {
        this.index = index;
        this.groups = groups;
        covering = new byte[index.tag.length];
        nearly = new byte[index.near.isEmpty() ? 0 : index.tag.length];
    }

    /**
     * Notes that a person comes to the i-th tag of a group's purpose, or goes.
     *
     * @param by 1 or -1
     * @return how much of the tag they carry, in thousandths
     */
    int note(int g, int person, int i, int by) {
        int e = index.entry(person, groups.purposeTag(g, i));
        if (e >= 0) {
            covering[e] += (byte) by;
            return Shares.WHOLE;
        }
        e = nearly.length == 0 ? NONE : groups.answer(g, person, i);
        if (e >= 0) {
            nearly[e] += (byte) by;
            return index.share(e, groups.purposeTag(g, i));
        }
        return 0;
    }

    /** How much of an entry of the person's, 0 to 1. */
    double covered(int person, int entry) {
        return (double) covered(person, entry, NONE) / Shares.WHOLE;
    }

    /** The same in thousandths, without one of their groups. */
    private int covered(int person, int entry, int without) {
        int exactly = covering[entry];
        if (exactly > 0 && without != NONE && groups.states(without, index.tag[entry])) {
            exactly--;
        }
        if (exactly > 0) {
            return Shares.WHOLE;
        }
        int most = 0;
        for (int i = 0; nearly.length > 0 && nearly[entry] > 0 && i < groups.groupsOf(person); i++) {
            int g = groups.groupOf(person, i);
            int answered = g == without ? NONE : groups.answered(g, person, entry);
            if (answered != NONE) {
                most = Math.max(most, index.share(entry, groups.purposeTag(g, answered)));
            }
        }
        return most;
    }

    /** How much of all that the person cares about, 0 to 1. */
    double covered(int person) {
        double covered = 0;
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            covered += index.share[e] * covered(person, e);
        }
        return covered;
    }

    /** How much more it would be by a group with this purpose. */
    double gain(int person, int[] tags, int from, int count) {
        double gain = 0;
        int e = index.start[person];
        int end = index.start[person + 1];
        for (int i = 0; i < count && e < end; i++) {
            int wanted = tags[from + i];
            while (e < end && index.tag[e] < wanted) {
                e++;
            }
            if (e < end && index.tag[e] == wanted && covering[e] == 0) {
                gain += index.share[e] * (1 - covered(person, e));
            }
        }
        return nearly.length == 0 ? gain : gain + gainInPart(person, tags, from, count);
    }

    private double gainInPart(int person, int[] tags, int from, int count) {
        double gain = 0;
        for (int i = 0; i < count; i++) {
            int wanted = tags[from + i];
            if (index.near.isNear(wanted) && index.entry(person, wanted) < 0) {
                int e = index.nearEntry(person, tags, from, count, i);
                int more = e < 0 ? 0 : index.share(e, wanted) - covered(person, e, NONE);
                gain += more > 0 ? (double) index.share[e] * more / Shares.WHOLE : 0;
            }
        }
        return gain;
    }

    /** How much more it would be if the person left one of their groups for another, -1 to 1. */
    double exchange(int person, int left, int joined) {
        if (nearly.length > 0) {
            return exchangeInPart(person, left, joined);
        }
        double more = 0;
        for (int i = 0; i < groups.purposeSize(joined); i++) {
            int e = index.entry(person, groups.purposeTag(joined, i));
            if (e >= 0 && covering[e] == 0) {
                more += index.share[e];
            }
        }
        for (int i = 0; i < groups.purposeSize(left); i++) {
            int e = index.entry(person, groups.purposeTag(left, i));
            if (e >= 0 && covering[e] == 1 && !groups.states(joined, groups.purposeTag(left, i))) {
                more -= index.share[e];
            }
        }
        return more;
    }

    private double exchangeInPart(int person, int left, int joined) {
        double more = 0;
        for (int i = 0; i < groups.purposeSize(joined); i++) {
            int e = groups.answer(joined, person, i);
            if (e >= 0) {
                int after = Math.max(index.share(e, groups.purposeTag(joined, i)), covered(person, e, left));
                more += (double) index.share[e] * (after - covered(person, e, NONE)) / Shares.WHOLE;
            }
        }
        for (int i = 0; i < groups.purposeSize(left); i++) {
            int e = groups.answer(left, person, i);
            if (e >= 0 && groups.answered(joined, person, e) == NONE) {
                int less = covered(person, e, NONE) - covered(person, e, left);
                more -= (double) index.share[e] * less / Shares.WHOLE;
            }
        }
        return more;
    }
}

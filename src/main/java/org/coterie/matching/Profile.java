package org.coterie.matching;

/**
 * What one person cares about right now, ready to be held against purposes: a handful of tags, each with its strength
 * and its rarity. Made for one person at a time; a whole {@link Population} lives in larger arrays.
 */
public final class Profile {

    private final int[] tags;
    private final float[] strengths;
    private final double[] idf;
    private final Nearness near;
    private final double norm;

    /**
     * Somebody whose tags mean themselves and nothing else.
     *
     * @param tags any numbering of tags, the same for person and purpose; each tag once
     * @param strengths strength now, in (0, 1], aligned to {@code tags}
     * @param idf rarity by {@link Rarity#idf}, aligned to {@code tags}
     * @throws IllegalArgumentException if the lengths differ
     */
    public Profile(int[] tags, float[] strengths, double[] idf) {
        this(tags, strengths, idf, Nearness.NONE);
    }

    /**
     * Somebody whose tags count in part for near ones.
     *
     * @param tags any numbering of tags, the same for person, purpose and nearness; each tag once
     * @param strengths strength now, in (0, 1], aligned to {@code tags}
     * @param idf rarity by {@link Rarity#idf}, aligned to {@code tags}
     * @throws IllegalArgumentException if the lengths differ
     */
    public Profile(int[] tags, float[] strengths, double[] idf, Nearness near) {
        if (tags.length != strengths.length || tags.length != idf.length) {
            throw new IllegalArgumentException("tags, strengths and idf must have the same length");
        }
        this.tags = tags.clone();
        this.strengths = strengths.clone();
        this.idf = idf.clone();
        this.near = near;
        double squares = 0;
        for (int i = 0; i < tags.length; i++) {
            squares += Affinity.interest(strengths[i], idf[i]) * Affinity.interest(strengths[i], idf[i]);
        }
        this.norm = Math.sqrt(squares);
    }

    /**
     * The tag by which the person carries the i-th of a purpose: that tag, or else the surest near one that answers no other of
     * its tags.
     *
     * @return the number of the tag, or -1 where they do not carry it
     */
    public int heldFor(Purpose purpose, int i) {
        int at = answer(purpose, i);
        return at < 0 ? -1 : tags[at];
    }

    /** Where among the person's tags the one is by which they carry the i-th of a purpose, or -1. */
    int answer(Purpose purpose, int i) {
        int wanted = purpose.tag(i);
        int exact = find(wanted);
        if (exact >= 0) {
            return exact;
        }
        for (int n = near.from(wanted); n < near.to(wanted); n++) {
            int at = find(near.near(n));
            if (at >= 0 && purpose.answeredBy(near.near(n), near) == i) {
                return at;
            }
        }
        return -1;
    }

    private int find(int tag) {
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == tag) {
                return i;
            }
        }
        return -1;
    }

    double strengthAt(int at) {
        return strengths[at];
    }

    double idfAt(int at) {
        return idf[at];
    }

    /** How much of a purpose's tag the one there counts, in thousandths. */
    int share(int at, int wanted) {
        return tags[at] == wanted ? Shares.WHOLE : near.thousandths(tags[at], wanted);
    }

    /** The length of the person's vector of interests, 0 for somebody without any. */
    double norm() {
        return norm;
    }
}

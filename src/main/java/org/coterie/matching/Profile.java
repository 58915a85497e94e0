package org.coterie.matching;

/**
 * What one person cares about right now, ready to be held against purposes: a handful of tags, each with its strength
 * and its rarity. Made for one person at a time; a whole {@link Population} lives in larger arrays.
 */
public final class Profile {

    private final int[] tags;
    private final float[] strengths;
    private final double norm;

    /**
     * @param tags any numbering of tags, the same for person and purpose; each tag once
     * @param strengths strength now, in (0, 1], aligned to {@code tags}
     * @param idf rarity by {@link Rarity#idf}, aligned to {@code tags}
     * @throws IllegalArgumentException if the lengths differ
     */
    public Profile(int[] tags, float[] strengths, double[] idf) {
        if (tags.length != strengths.length || tags.length != idf.length) {
            throw new IllegalArgumentException("tags, strengths and idf must have the same length");
        }
        this.tags = tags.clone();
        this.strengths = strengths.clone();
        double squares = 0;
        for (int i = 0; i < tags.length; i++) {
            squares += Affinity.interest(strengths[i], idf[i]) * Affinity.interest(strengths[i], idf[i]);
        }
        this.norm = Math.sqrt(squares);
    }

    /** The person's strength for a tag, 0 where they do not carry it. */
    double strength(int tag) {
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == tag) {
                return strengths[i];
            }
        }
        return 0;
    }

    /** The length of the person's vector of interests, 0 for somebody without any. */
    double norm() {
        return norm;
    }
}

package org.coterie.matching;

/** What a group is for: up to {@value #MOST_TAGS} tags, each with its rarity. */
public final class Purpose {

    /** A purpose of more tags than this is a list, not a purpose. */
    public static final int MOST_TAGS = 5;

    private final int[] tags;
    private final double[] idf;

    /**
     * @param tags in the numbering of the {@link Profile}s it is held against; each tag once, at least one
     * @param idf rarity by {@link Rarity#idf}, aligned to {@code tags}
     * @throws IllegalArgumentException if there is no tag, or the lengths differ
     */
    public Purpose(int[] tags, double[] idf) {
        if (tags.length == 0 || tags.length != idf.length) {
            throw new IllegalArgumentException("a purpose has at least one tag, and a rarity for each");
        }
        this.tags = tags.clone();
        this.idf = idf.clone();
    }

    int size() {
        return tags.length;
    }

    int tag(int i) {
        return tags[i];
    }

    /** Which of its tags somebody answers by holding this one, i for the i-th, or -1. */
    int answeredBy(int held, Nearness near) {
        return near.answered(held, tags, 0, tags.length);
    }

    double idf(int i) {
        return idf[i];
    }
}

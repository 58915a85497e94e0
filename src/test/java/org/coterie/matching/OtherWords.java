package org.coterie.matching;

import java.util.SplittableRandom;

/**
 * Other words for what {@link PlantedPeople} care about: every niche tag has one synonym, which a person says in its place as
 * often as is asked for. What is known of it is calibrated: among the near pairs of each confidence that share is synonyms, and
 * the rest are two niche tags that have nothing to do with each other.
 */
final class OtherWords {

    /** Everybody says the same word. */
    static final OtherWords NONE = new OtherWords(0, false);

    private static final double[] CONFIDENCES = {0.8, 0.85, 0.9, 0.95};

    private final double share;
    private final boolean known;

    /**
     * Synonyms in use.
     *
     * @param share how many of the niche interests are said by the synonym, 0 to 1
     * @param known whether near pairs are told, true ones and false ones
     */
    OtherWords(double share, boolean known) {
        this.share = share;
        this.known = known;
    }

    /** By which of two words an interest is said. */
    int said(int interest, int word, int synonym) {
        return new SplittableRandom(interest).nextDouble() < share ? synonym : word;
    }

    /** Adds the synonyms of the first so many tags to a population, in the same order, and what is known of them. */
    void addTo(PopulationBuilder builder, int niche) {
        if (share == 0 && !known) {
            return;
        }
        int first = -1;
        for (int t = 0; t < niche; t++) {
            int synonym = builder.tag(31L * t + 8);
            first = t == 0 ? synonym : first;
        }
        var random = new SplittableRandom(niche);
        for (int t = 0; t < niche && known; t++) {
            double confidence = CONFIDENCES[t % CONFIDENCES.length];
            builder.near(t, first + t, confidence);
            if (random.nextDouble() < (1 - confidence) / confidence) {
                int one = random.nextInt(niche);
                int other = (one + 1 + random.nextInt(niche - 1)) % niche;
                builder.near(word(one, first, random), word(other, first, random), confidence);
            }
        }
    }

    private int word(int tag, int first, SplittableRandom random) {
        return random.nextDouble() < share ? first + tag : tag;
    }
}

package org.coterie.meaning;

/**
 * How sure it is that two names mean the same: a logistic regression over what the model and what the spelling says.
 *
 * <p>English only. The weights are fitted, and their calibration is measured, by {@code NearnessFit} in {@code src/bench}
 * on pairs of names that mean the same or look as if; see {@code src/docs/figures.md}.
 */
public final class Nearness {

    /** In the order of {@link #features}; the last one is added always. */
    private static final double[] WEIGHTS = {
        8.32, 3.94, 5.13, 3.45, 0.81, 4.28, 3.18, 5.68, -2.77, -1.46, 0.76, 1.38, -7.05
    };

    /** The cosine between the vectors of two names that have nothing to do with each other. */
    private static final double ANY_TWO = 0.55;

    private Nearness() {}

    /**
     * The probability that two names mean the same, given that one in two pairs does.
     *
     * @param a the vector of the first name, of length 1
     * @param b the vector of the second name, of length 1
     * @return between 0 and 1; the same for the two names in either order
     */
    public static double confidence(String nameA, float[] a, String nameB, float[] b) {
        return confidence(Spelling.of(nameA), Spelling.of(nameB), cosine(a, b));
    }

    /**
     * The same by the spelling alone, where nobody knows what the names mean: as if they were as close as any two.
     *
     * @return between 0 and 1; the same for the two names in either order
     */
    public static double bySpelling(String nameA, String nameB) {
        return confidence(Spelling.of(nameA), Spelling.of(nameB), ANY_TWO);
    }

    static double confidence(Spelling a, Spelling b, double cosine) {
        if (a.countsOtherwise(b)) {
            return 0;
        }
        double[] features = features(a, b, cosine);
        double sum = WEIGHTS[features.length];
        for (int i = 0; i < features.length; i++) {
            sum += WEIGHTS[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** What the regression looks at. */
    static double[] features(Spelling a, Spelling b, double cosine) {
        boolean written = a.isWrittenAs(b);
        boolean plural = !written && a.isPluralOf(b);
        boolean more = a.saysMoreThan(b) || b.saysMoreThan(a);
        int longer = Math.max(1, Math.max(a.joined().length(), b.joined().length()));
        return new double[] {
            cosine,
            Math.max(0, cosine - 0.75),
            written ? 1 : 0,
            plural ? 1 : 0,
            !written && !plural && a.hasWordsOf(b) ? 1 : 0,
            a.isAcronymOf(b) || b.isAcronymOf(a) ? 1 : 0,
            a.isShortFor(b) || b.isShortFor(a) ? 1 : 0,
            a.isMisspelt(b) ? 1 : 0,
            a.marks().equals(b.marks()) ? 0 : 1,
            more ? 1 : 0,
            more && (a.beginsWith(b) || b.beginsWith(a)) ? 1 : 0,
            (double) Math.abs(a.joined().length() - b.joined().length()) / longer
        };
    }

    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

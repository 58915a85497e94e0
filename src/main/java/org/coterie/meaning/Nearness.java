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
    static final double ANY_TWO = 0.55;

    /** Where the vectors of a word and of what it may be short for are less close, the letters are the same by chance. */
    private static final double CLOSE_FOR_A_WORD = 0.6;

    /** Of names nobody uses that are one slip from a name that is used, so many are slips; and two slips. */
    private static final double ONE_SLIP = 0.98;

    private static final double TWO_SLIPS = 0.9;

    /** The same where it may as well be another word: with one mistake or two among fewer letters than these. */
    private static final double ANOTHER_WORD = 0.75;

    /** Where a letter is missing or too many: that makes another word of a shorter one only. */
    private static final int LONG_FOR_ONE_MORE = 8;

    private static final int LONG_FOR_ONE = 10;
    private static final int LONG_FOR_TWO = 12;

    private static final int FEW_LETTERS = 4;

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

    /**
     * How sure it is that a name that nobody uses was meant to be this one, which is used: that it is mistyped, and not another
     * word. Given that one in two such names is mistyped; names of three letters or fewer are not. Of short names one letter
     * makes another word ({@code Reiten} and {@code Reisen}, {@code carving} and {@code caving}), unless two have changed places
     * or one is repeated more often or less; of eight letters or more one that is missing or too many makes none.
     *
     * @param mistakes how many letters are wrong, missing, too many or in the other's place, 1 or 2
     * @return between 0 and 1
     */
    public static double bySlip(String written, String used, int mistakes) {
        Spelling a = Spelling.of(written);
        Spelling b = Spelling.of(used);
        int letters = Math.min(a.joined().length(), b.joined().length());
        if (letters < FEW_LETTERS || !a.canBeSlipFor(b)) {
            return 0;
        }
        if (mistakes > 1) {
            return letters < LONG_FOR_TWO && !a.repeatsLettersOf(b) ? ANOTHER_WORD : TWO_SLIPS;
        }
        int longEnough = a.joined().length() == b.joined().length() ? LONG_FOR_ONE : LONG_FOR_ONE_MORE;
        return letters < longEnough && !a.hasSameLettersAs(b) ? ANOTHER_WORD : ONE_SLIP;
    }

    static double confidence(Spelling a, Spelling b, double cosine) {
        if (a.countsOtherwise(b) || Opposites.are(a.words(), b.words())) {
            return 0;
        }
        double[] features = features(a, b, cosine);
        double sum = WEIGHTS[features.length];
        for (int i = 0; i < features.length; i++) {
            sum += WEIGHTS[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** What is a word itself is short only for what it is close to: soap is not what starts over after prison. */
    private static boolean isAcronym(Spelling a, Spelling b, double cosine) {
        return a.isAcronymOf(b) && (cosine >= CLOSE_FOR_A_WORD || !a.isWord());
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
            isAcronym(a, b, cosine) || isAcronym(b, a, cosine) ? 1 : 0,
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

package org.coterie.matching;

/**
 * How much people care about what they hold.
 *
 * <p>All interests fade alike. So what is decided is decided by strengths beside the strongest, which are the same at any moment,
 * and these are put on a grid, since at another moment they differ in the last digits.
 */
final class Weights {

    /** Strengths that differ by less than one of so many steps are the same. */
    private static final int STEPS = 1 << 15;

    /** For each person the length of the vector of all that they care about, as strong as it is now. */
    final double[] norm;

    /** For each person Σ x_pt², where the strongest interest of all is 1. */
    final float[] interest;

    /** How much of what its owner cares about an entry is: e_pt; a person's shares sum to 1. */
    final float[] share;

    private final Entries entries;
    private final double[] idf;
    private final float strongest;

    Weights(Entries entries, double[] idf) {
        this.entries = entries;
        this.idf = idf;
        norm = new double[entries.start.length - 1];
        interest = new float[norm.length];
        share = new float[entries.tag.length];
        float most = 0;
        for (float strength : entries.strength) {
            most = Math.max(most, strength);
        }
        strongest = most;
        for (int p = 0; p < norm.length; p++) {
            weigh(p, entries.start[p], entries.start[p + 1]);
        }
    }

    private void weigh(int person, int from, int to) {
        double squares = 0;
        double beside = 0;
        for (int e = from; e < to; e++) {
            double x = Affinity.interest(entries.strength[e], idf[entries.tag[e]]);
            squares += x * x;
            beside += besideStrongest(e);
        }
        norm[person] = Math.sqrt(squares);
        interest[person] = (float) beside;
        for (int e = from; e < to; e++) {
            share[e] = (float) (besideStrongest(e) / beside);
        }
    }

    private double besideStrongest(int e) {
        double steps = Math.max(1, Math.rint((double) entries.strength[e] / strongest * STEPS));
        double x = Affinity.interest(steps / STEPS, idf[entries.tag[e]]);
        return x * x;
    }
}

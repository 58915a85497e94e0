package org.coterie.matching;

/**
 * How well one person and one purpose fit: how much of what the person cares about the purpose is, and how much of the
 * purpose the person carries. It splits into one contribution for each tag of the purpose, and these are the reasons
 * that a person is shown. Formation, suggestions and explanations all ask here.
 *
 * <pre>
 * x_pt           = strength_pt · idf_t
 * affinity(p, P) = √( Σ_{t∈P} x_pt² / Σ_t x_pt²  ·  Σ_{t∈P} (c_pt · idf_t)² / Σ_{t∈P} idf_t² )
 * contribution_t = affinity(p, P) · c_pt · x_pt² / Σ_{u∈P} c_pu · x_pu²
 * carry(p, P)    = Σ_{t∈P} c_pt · idf_t / Σ_{t∈P} idf_t
 * </pre>
 *
 * <p>c_pt is 1 where the person holds the tag and 0 where they do not. Where they hold a near one instead ({@link Nearness}),
 * it is the confidence, and everything else is as if they had said the purpose's tag, as strongly: so holding the tag is never
 * worth less than holding a near one.
 *
 * <p>For a person who cares equally strongly about all they share with the purpose, this is the cosine between the two.
 * The plain cosine falls when somebody who shares two tags cares more about one of them, as if they fitted less. Here
 * caring more about a shared tag never lowers the affinity.
 */
public final class Affinity {

    /** Who carries at least this much of a purpose, weighed by rarity, is admitted to a group with it. */
    public static final double ADMITTED = 0.6;

    /** Sums of rarities that should be equal may differ in the last digits. */
    static final double ROUNDING = 1e-9;

    private Affinity() {}

    /**
     * The contribution of each tag of the purpose, in its order; 0 where the person does not carry the tag. They sum to
     * the affinity.
     */
    public static double[] contributions(Profile person, Purpose purpose) {
        var fit = new Fit(purpose.size(), person.norm());
        for (int i = 0; i < purpose.size(); i++) {
            int at = person.answer(purpose, i);
            if (at < 0) {
                fit.lacks(purpose.idf(i));
            } else {
                fit.carries(
                        i, purpose.idf(i), person.strengthAt(at), person.idfAt(at), person.share(at, purpose.tag(i)));
            }
        }
        return fit.contributions();
    }

    /** One person and one purpose, held against each other tag by tag. */
    static final class Fit {

        private final double norm;

        /** For each tag how much it weighs beside the others: first c · x². */
        private final double[] contributions;

        private double shared;
        private double weighed;
        private double carried;
        private double whole;

        /** By how much the square of the norm is another, since near tags count as those that they stand for. */
        private double moved;

        /** @param norm the length of the vector of all that the person cares about */
        Fit(int tags, double norm) {
            this.norm = norm;
            contributions = new double[tags];
        }

        /** A tag that the person does not carry. */
        void lacks(double idf) {
            whole += idf * idf;
        }

        /**
         * The i-th tag, carried by one that the person holds.
         *
         * @param idf how rare the purpose's tag is
         * @param strength how strongly the person holds theirs
         * @param heldIdf how rare that is
         * @param thousandths how much it counts: all of it where it is the same tag
         */
        void carries(int i, double idf, double strength, double heldIdf, int thousandths) {
            double confidence = (double) thousandths / Shares.WHOLE;
            double x = interest(strength, idf);
            contributions[i] = confidence * (x * x);
            shared += x * x;
            weighed += contributions[i];
            carried += confidence * idf * (confidence * idf);
            whole += idf * idf;
            if (heldIdf != idf) {
                double held = interest(strength, heldIdf);
                moved += x * x - held * held;
            }
        }

        double[] contributions() {
            double length = moved == 0 ? norm : Math.sqrt(Math.max(shared, norm * norm + moved));
            double affinity = Math.min(1, Math.sqrt(shared * carried / whole) / length);
            for (int i = 0; i < contributions.length && shared > 0; i++) {
                contributions[i] *= affinity / weighed;
            }
            return contributions;
        }
    }

    /** The sum of the {@link #contributions}, within [0, 1]; 0 for a person without interests. */
    public static double of(Profile person, Purpose purpose) {
        double sum = 0;
        for (double contribution : contributions(person, purpose)) {
            sum += contribution;
        }
        return Math.min(1, sum);
    }

    /**
     * How much of the purpose the person carries, weighed by rarity, within [0, 1]; from {@value #ADMITTED} on they are
     * admitted.
     */
    public static double carry(Profile person, Purpose purpose) {
        double carried = 0;
        double whole = 0;
        for (int i = 0; i < purpose.size(); i++) {
            whole += purpose.idf(i);
            int at = person.answer(purpose, i);
            if (at >= 0) {
                carried += purpose.idf(i) * ((double) person.share(at, purpose.tag(i)) / Shares.WHOLE);
            }
        }
        return carried / whole;
    }

    /** Whether the person carries enough of the purpose to be in a group with it. */
    public static boolean admits(Profile person, Purpose purpose) {
        return admits(carry(person, purpose), 1);
    }

    /**
     * Whether so many of so many members carry a tag that a group may call it theirs.
     *
     * @param carriers those who hold a near one count by its confidence
     */
    public static boolean isShared(double carriers, int members) {
        return HardRules.shared((int) Math.round(carriers * Shares.WHOLE), members);
    }

    /** Whether carrying this much rarity out of the purpose's whole is enough. */
    static boolean admits(double carried, double whole) {
        return carried >= ADMITTED * whole - ROUNDING;
    }

    /** How much a person cares about a tag, given its rarity: x_pt. */
    static double interest(double strength, double idf) {
        return strength * idf;
    }
}

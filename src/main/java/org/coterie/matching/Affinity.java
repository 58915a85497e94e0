package org.coterie.matching;

/**
 * How well one person and one purpose fit: how much of what the person cares about the purpose is, and how much of the
 * purpose the person carries. It splits into one contribution for each tag of the purpose, and these are the reasons
 * that a person is shown. Formation, suggestions and explanations all ask here.
 *
 * <pre>
 * x_pt           = strength_pt · idf_t
 * affinity(p, P) = √( Σ_{t∈P} x_pt² / Σ_t x_pt²  ·  Σ_{t∈P, p has t} idf_t² / Σ_{t∈P} idf_t² )
 * contribution_t = affinity(p, P) · x_pt² / Σ_{u∈P} x_pu²
 * carry(p, P)    = Σ_{t∈P, p has t} idf_t / Σ_{t∈P} idf_t
 * </pre>
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
        var strengths = new double[purpose.size()];
        var idf = new double[purpose.size()];
        for (int i = 0; i < strengths.length; i++) {
            strengths[i] = person.strength(purpose.tag(i));
            idf[i] = purpose.idf(i);
        }
        return contributions(strengths, idf, person.norm());
    }

    /**
     * The contribution of each tag of a purpose.
     *
     * @param strengths the person's strength for each tag; 0 where they do not carry it
     * @param idf the rarity of each tag
     * @param norm the length of the vector of all that the person cares about
     */
    static double[] contributions(double[] strengths, double[] idf, double norm) {
        var contributions = new double[strengths.length];
        double shared = 0;
        double carried = 0;
        double whole = 0;
        for (int i = 0; i < strengths.length; i++) {
            double x = interest(strengths[i], idf[i]);
            contributions[i] = x * x;
            shared += x * x;
            carried += strengths[i] > 0 ? idf[i] * idf[i] : 0;
            whole += idf[i] * idf[i];
        }
        double affinity = Math.min(1, Math.sqrt(shared * carried / whole) / norm);
        for (int i = 0; i < contributions.length && shared > 0; i++) {
            contributions[i] *= affinity / shared;
        }
        return contributions;
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
            if (person.strength(purpose.tag(i)) > 0) {
                carried += purpose.idf(i);
            }
        }
        return carried / whole;
    }

    /** Whether the person carries enough of the purpose to be in a group with it. */
    public static boolean admits(Profile person, Purpose purpose) {
        return admits(carry(person, purpose), 1);
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

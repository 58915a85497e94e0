package org.coterie.matching;

/** The plain cosine of a person and a purpose: Σ_{t∈P} x_pt·idf_t / (‖x_p‖·‖idf_P‖), what others measure. */
final class Cosine {

    private Cosine() {}

    /** The cosine of a person and a purpose of at least one tag, 0 to 1. */
    static double of(Index index, int person, int[] purpose) {
        double product = 0;
        double whole = 0;
        for (int tag : purpose) {
            double idf = index.idf[tag];
            int e = index.entry(person, tag);
            product += e < 0 ? 0 : Math.sqrt(index.share[e]) * idf; // a share is x² / ‖x‖²
            whole += idf * idf;
        }
        return product / Math.sqrt(whole);
    }
}

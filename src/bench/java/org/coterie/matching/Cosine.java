package org.coterie.matching;

/** The plain cosine of a person and a purpose: Σ_{t∈P} x_pt·idf_t / (‖x_p‖·‖idf_P‖), what others measure. */
final class Cosine {

    private Cosine() {}

    /** Its mean over all memberships. */
    static double mean(Population population, Outcome outcome) {
        var index = new Index(population, new FormationRules(3, 12, 3, 1));
        var inside = new int[index.people];
        for (int p = 0; p < index.people; p++) {
            inside[index.outsidePerson(p)] = p;
        }
        var insideTag = new int[index.tags];
        for (int t = 0; t < index.tags; t++) {
            insideTag[index.outsideTag(t)] = t;
        }
        double sum = 0;
        int memberships = 0;
        for (int g = 0; g < outcome.groups(); g++) {
            int[] purpose = outcome.purpose(g);
            for (int member : outcome.members(g)) {
                double product = 0;
                double whole = 0;
                for (int tag : purpose) {
                    double idf = index.idf[insideTag[tag]];
                    int e = index.entry(inside[member], insideTag[tag]);
                    product += e < 0 ? 0 : Math.sqrt(index.share[e]) * idf; // a share is x² / ‖x‖²
                    whole += idf * idf;
                }
                sum += product / Math.sqrt(whole);
                memberships++;
            }
        }
        return memberships == 0 ? 0 : sum / memberships;
    }
}

package org.coterie.matching;

import java.time.Duration;
import java.util.List;

/** Who takes part: our formation and those it is compared with. */
final class Methods {

    /** What the tables call our formation. */
    static final String OURS = "Coterie";

    /** What the cost of all others is compared with. */
    static final String LEIDEN = "Leiden, cut to size";

    private Methods() {}

    /** Our formation. */
    static Method ours() {
        return new Method(new Method.Step(
                OURS, (given, before) -> Formed.of(Matching.form(given.population(), given.rules(), progress -> {}))));
    }

    /** Groups that nobody chose. */
    static Method random() {
        return new Method(new Method.Step("random", (given, before) -> RandomGroups.form(given)));
    }

    /**
     * Clustering of the graph of similar people.
     *
     * @param resolution as in {@link Leiden}
     * @param commonest as in {@link SimilarityGraph}
     */
    static List<Method> graphs(double resolution, int commonest) {
        return List.of(
                new Method(
                        new Method.Step(
                                "Leiden, as found",
                                (given, before) -> leiden(given, resolution)
                                        .form(given, SimilarityGraph.of(given.index(), commonest))),
                        new Method.Step(LEIDEN, CutToSize::form),
                        new Method.Step("Leiden, repaired", Repair::form)),
                new Method(
                        new Method.Step(
                                "ego-splitting, as found",
                                (given, before) -> EgoSplitting.form(
                                        given,
                                        SimilarityGraph.of(given.index(), commonest),
                                        leiden(given, resolution))),
                        new Method.Step("ego-splitting, cut to size", CutToSize::form),
                        new Method.Step("ego-splitting, repaired", Repair::form)));
    }

    /** A solver for constraints, until this time is up. */
    static Method solver(Duration time) {
        return new Method(new Method.Step("Timefold", (given, before) -> ConstraintSolver.form(given, time)));
    }

    /** The planted groups, as far as their people may meet: nobody can expect much more. */
    static Method truth(PlantedPeople planted) {
        return new Method(
                new Method.Step(
                        "planted, cut to size",
                        (given, before) -> CutToSize.form(given, new Formed(planted.takers(), null))),
                new Method.Step("planted, repaired", Repair::form));
    }

    private static Leiden leiden(Given given, double resolution) {
        return new Leiden(resolution, given.rules().seed());
    }
}

package org.coterie.matching;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Seats people by a solver for constraints, Timefold, as it comes: first fit, then late acceptance with moves and swaps,
 * until its time is up. It is given the purposes that formation mines, and looks for the seating ({@link SeatingScore}).
 */
final class ConstraintSolver {

    private ConstraintSolver() {}

    static Formed form(Given given, Duration time) {
        var config = new SolverConfig()
                .withSolutionClass(Seating.class)
                .withEntityClasses(Seat.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(SeatingScore.class))
                .withRandomSeed(given.rules().seed())
                .withTerminationSpentLimit(time);
        Seating seating = SolverFactory.<Seating>create(config).buildSolver().solve(new Seating(given));
        var members = new IntArrayList[seating.purposes.count()];
        Arrays.setAll(members, g -> new IntArrayList());
        for (var seat : seating.seats) {
            if (seat.group != null && !members[seat.group].contains(seat.person)) {
                members[seat.group].add(seat.person);
            }
        }
        var groups = new Circles();
        var purposes = new Candidates();
        for (int g = 0; g < members.length; g++) {
            if (members[g].size() >= given.rules().minSize()) {
                groups.add(members[g].toIntArray());
                purposes.add(IntStream.of(seating.purposes.purpose(g))
                        .map(given.index()::outsideTag)
                        .toArray());
            }
        }
        return new Formed(Formed.inside(given.index(), groups).groups(), purposes);
    }
}

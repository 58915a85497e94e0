package org.coterie.matching;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.ArrayList;
import java.util.List;

/** Who sits in which group: what Timefold solves. */
@PlanningSolution
class Seating {

    Given given;

    /** What each group that there could be is for. */
    Candidates purposes = new Candidates();

    @PlanningEntityCollectionProperty
    List<Seat> seats = new ArrayList<>();

    @PlanningScore
    HardSoftLongScore score;

    @SuppressWarnings("NullAway.Init") // Timefold fills the fields in
    Seating() {}

    /**
     * Everybody has as many seats as they have room for groups. The groups that there could be are for the purposes that
     * formation mines, as many for each as the people whom it admits would fill.
     */
    @SuppressWarnings("NullAway.Init") // Timefold reckons the score
    Seating(Given given) {
        this.given = given;
        var index = given.index();
        var mined = new PurposeMining(index, given.rules()).significant(new Progress(progress -> {}));
        var carriers = new Carriers(index);
        List<List<Integer>> groupsOf = new ArrayList<>();
        for (int p = 0; p < index.people; p++) {
            groupsOf.add(new ArrayList<>());
        }
        for (int c = 0; c < mined.count(); c++) {
            int[] purpose = mined.purpose(c);
            var people = carriers.of(purpose);
            for (int filled = 0; filled < people.size(); filled += given.rules().maxSize()) {
                int group = purposes.count();
                purposes.add(purpose);
                people.forEach(p -> groupsOf.get(p).add(group));
            }
        }
        for (int p = 0; p < index.people; p++) {
            for (int seat = 0; seat < index.room[p]; seat++) {
                seats.add(new Seat(p, groupsOf.get(p)));
            }
        }
    }
}

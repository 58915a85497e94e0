package org.coterie.matching;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the groups that a person has room for, which Timefold chooses or leaves open. */
@PlanningEntity
class Seat {

    /** The person's number in the {@link Index}. */
    int person;

    /** The groups whose purpose admits the person. */
    @ValueRangeProvider
    List<Integer> groups = List.of();

    @PlanningVariable(allowsUnassigned = true)
    @Nullable
    Integer group;

    Seat() {}

    Seat(int person, List<Integer> groups) {
        this.person = person;
        this.groups = groups;
    }
}

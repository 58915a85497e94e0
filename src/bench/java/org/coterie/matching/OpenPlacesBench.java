package org.coterie.matching;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to find the open place that suits somebody best, with all groups of so many people formed. */
@State(Scope.Benchmark)
public class OpenPlacesBench {

    private static final FormationRules RULES = new FormationRules(3, 12, 3, 1, PlantedPeople.COMMON_HOURS);

    /** How many people there are. */
    @Param({"10000"})
    public int peopleInGroups;

    private OpenPlaces places = places(new PlantedPeople(3, 1));

    private int next;

    /** Forms the groups. */
    @Setup
    public void form() {
        places = places(new PlantedPeople(peopleInGroups, 1));
    }

    /** One person; everybody in turn. */
    @Benchmark
    public boolean search() {
        return places.search(next++ % peopleInGroups, 0);
    }

    private static OpenPlaces places(PlantedPeople planted) {
        var population = planted.population(RULES.groupsPerPerson());
        var formed = Formed.of(Matching.form(population, RULES, progress -> {}));
        var index = new Index(population, RULES);
        var inside = formed.groupsIn(index);
        var purposes = formed.purposesIn(index);
        var groups = new Groups(index, RULES);
        for (int g = 0; g < inside.count(); g++) {
            groups.found(purposes.purpose(g));
            for (int person : inside.members(g)) {
                groups.seat(g, person);
            }
        }
        return new OpenPlaces(index, groups, new HardRules(index, groups, RULES));
    }
}

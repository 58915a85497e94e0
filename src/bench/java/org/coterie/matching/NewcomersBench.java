package org.coterie.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it takes to see whether somebody who just tagged themselves completes a group: among up to 500 people who share
 * their rarest tags, out of so many.
 */
@State(Scope.Benchmark)
public class NewcomersBench {

    private static final FormationRules RULES = new FormationRules(3, 12, 1, 1, PlantedPeople.COMMON_HOURS);
    private static final int NEWCOMERS = 256;

    /** How many people there are. */
    @Param({"100000", "1000000"})
    public int people;

    /** Of each the newcomer is the first. */
    private final List<Population> circles = new ArrayList<>();

    private int next;

    /** Finds newcomers, evenly spread over all people, and their circles. */
    @Setup
    public void gather() {
        var population = new PlantedPeople(people, 1).population(1);
        var index = new Index(population, RULES);
        for (int i = 0; i < NEWCOMERS; i++) {
            circles.add(new Waiting(index, anybody -> true).around((int) ((long) i * people / NEWCOMERS)));
        }
    }

    /** One newcomer. */
    @Benchmark
    public Optional<PossibleGroup> around() {
        return Newcomers.around(circles.get(next++ % NEWCOMERS), 0, RULES);
    }
}

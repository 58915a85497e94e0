package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_CANDIDATES = 500;
    private static final int RARE = 2_000;

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
            circles.add(circle(index, (int) ((long) i * people / NEWCOMERS)));
        }
    }

    /** One newcomer. */
    @Benchmark
    public Optional<Proposal> around() {
        return Newcomers.around(circles.get(next++ % NEWCOMERS), 0, RULES);
    }

    private static Population circle(Index index, int newcomer) {
        var members = new IntLinkedOpenHashSet();
        members.add(newcomer);
        for (int e = index.start[newcomer]; e < index.start[newcomer + 1]; e++) {
            int tag = index.tag[e];
            for (int h = index.holderStart[tag];
                    h < index.holderStart[tag + 1] && index.holders(tag) <= RARE && members.size() <= MOST_CANDIDATES;
                    h++) {
                members.add(index.holder[h]);
            }
        }
        var builder = Population.builder().totalPeople(index.people);
        Map<Integer, Integer> tags = new HashMap<>();
        members.forEach(member -> {
            int person = builder.person(member, index.languages[member], 1);
            builder.free(person, BitSet.valueOf(index.weeks.halfHours(index.weeks.weekOf(member))));
            for (int e = index.start[member]; e < index.start[member + 1]; e++) {
                int tag = index.tag[e];
                int here = tags.computeIfAbsent(tag, builder::tag);
                builder.holders(here, index.frequency[tag]);
                builder.interest(person, here, index.strength[e], Stance.SHARE);
            }
        });
        return builder.build();
    }
}

package org.coterie.matching;

import java.util.stream.IntStream;

/** What planted people care about, for whoever keeps interests in memory. */
public final class PlantedInterests {

    private final Population population;

    /** A person's interests are those from {@code start[p]} to {@code start[p + 1]}. */
    private final int[] start;

    /** As many people as are asked for, the same each time. */
    public PlantedInterests(int people) {
        population = new PlantedPeople(people, 1).population(1);
        start = new int[people + 1];
        for (int i = 0; i < population.interests(); i++) {
            start[population.personOf(i) + 1] = i + 1;
        }
        for (int p = 0; p < people; p++) {
            start[p + 1] = Math.max(start[p], start[p + 1]);
        }
    }

    /** How many people there are. */
    public int people() {
        return population.people();
    }

    /** How many different tags there are. */
    public int tags() {
        return population.tags();
    }

    /** The tags of a person, each below {@link #tags}. */
    public int[] tagsOf(int person) {
        return IntStream.range(start[person], start[person + 1])
                .map(population::tagOf)
                .toArray();
    }

    /** How much a person cares about each of their tags, 1 to 5. */
    int[] strengthsOf(int person) {
        return IntStream.range(start[person], start[person + 1])
                .map(i -> Math.max(1, Math.round(5 * population.strengthOf(i))))
                .toArray();
    }

    /** The languages a person speaks, a bit each. */
    long languages(int person) {
        return population.languages(person);
    }
}

package org.coterie.matching;

import java.util.Objects;

/**
 * Whether somebody can sit with others, by the very rules that a formation keeps: nobody's limit of company, no block, a
 * language, a time and a place in common. What they care about plays no part. Not for use by several threads at a time.
 */
public final class Company {

    private static final int[] WHATEVER_FOR = {};

    private final Index index;
    private final int[] inside;
    private final Groups groups;
    private final HardRules rules;

    /**
     * @param people the few of whom will be asked
     * @param commonHours as in {@link FormationRules#commonHours}
     */
    public Company(Population people, int commonHours) {
        var asked = new FormationRules(2, FormationRules.LARGEST_GROUP, 1, 1, commonHours);
        index = new Index(people, asked);
        inside = index.numbersInside();
        groups = new Groups(index, asked);
        rules = new HardRules(index, groups, asked);
    }

    /**
     * Whether this person can sit with all of the others, who may have become a bad match for each other meanwhile: then
     * nobody can.
     *
     * @param others indices in the population, without the person's
     * @throws IllegalArgumentException if with the person they are more than {@value FormationRules#LARGEST_GROUP}
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public boolean admits(int person, int... others) {
        if (others.length >= FormationRules.LARGEST_GROUP) {
            throw new IllegalArgumentException("nobody sits with %d others".formatted(others.length));
        }
        int g = groups.found(WHATEVER_FOR);
        for (int other : others) {
            groups.seat(g, inside[Objects.checkIndex(other, inside.length)]);
        }
        boolean admits = rules.mayMeet(g, inside[Objects.checkIndex(person, inside.length)]);
        groups.dissolve(g);
        groups.forget(g);
        return admits;
    }
}

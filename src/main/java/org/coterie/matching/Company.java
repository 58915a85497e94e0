package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Whether somebody can sit with others, by the very rules that a formation keeps: nobody's limit of company, no block, a
 * language, a time and a place in common. What they care about plays no part but where it is asked for. Not for use by several
 * threads at a time.
 */
public final class Company {

    private static final int[] WHATEVER_FOR = {};

    private final Index index;
    private final int[] inside;
    private final Groups groups;
    private final HardRules rules;
    private final SizeLimits limits;

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
        limits = new SizeLimits(index, groups);
    }

    /**
     * Whether a group of these people could become as large as each of them wants it to be, and stay as small.
     *
     * @param fewest how large the group has to become, which may not be too large for the person
     * @param places how large it may become
     * @param others indices in the population, without the person's
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public boolean canBecomeLargeEnough(int fewest, int places, int person, int... others) {
        int asked = inside[Objects.checkIndex(person, inside.length)];
        var company = new IntArrayList(others.length);
        for (int other : others) {
            company.add(inside[Objects.checkIndex(other, inside.length)]);
        }
        return limits.canBecomeLargeEnough(fewest, places, asked, company);
    }

    /**
     * Whether this person has, in a group with these, all whom they are in one only beside.
     *
     * @param others indices in the population, without the person's
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public boolean accompanies(int person, int... others) {
        int asked = inside[Objects.checkIndex(person, inside.length)];
        var company = new IntArrayList(others.length);
        for (int other : others) {
            company.add(inside[Objects.checkIndex(other, inside.length)]);
        }
        return index.bonds.met(asked, company);
    }

    /**
     * Whether what this person seeks of these tags is offered by one of the others, as far as it is known who holds them.
     *
     * @param purpose indices of tags in the population
     * @param others indices in the population, without the person's
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public boolean answers(int[] purpose, int person, int... others) {
        int asked = inside[Objects.checkIndex(person, inside.length)];
        int g = groups.found(IntStream.range(0, index.tags)
                .filter(tag -> IntStream.of(purpose).anyMatch(outside -> outside == index.outsideTag(tag)))
                .toArray());
        for (int other : others) {
            groups.seat(g, inside[Objects.checkIndex(other, inside.length)]);
        }
        boolean answers = rules.answered(g, asked, groups.carried(g, asked));
        groups.dissolve(g);
        groups.forget(g);
        return answers;
    }

    /**
     * Whether this person can sit with all of the others. Where these have come to suit each other no more, nobody can; nor
     * can anybody join {@value FormationRules#LARGEST_GROUP}, nor whoever has no {@link PopulationBuilder#room room}.
     *
     * @param others indices in the population, without the person's
     * @throws IndexOutOfBoundsException if there is no such person
     */
    public boolean admits(int person, int... others) {
        int asked = inside[Objects.checkIndex(person, inside.length)];
        if (others.length >= FormationRules.LARGEST_GROUP) {
            return false;
        }
        boolean admits = index.room[asked] > 0;
        int g = groups.found(WHATEVER_FOR);
        for (int other : others) {
            int seated = inside[Objects.checkIndex(other, inside.length)];
            groups.seat(g, seated);
            admits &= index.room[seated] > 0;
        }
        admits = admits && rules.mayMeet(g, asked);
        groups.dissolve(g);
        groups.forget(g);
        return admits;
    }
}

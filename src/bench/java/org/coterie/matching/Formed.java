package org.coterie.matching;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Groups that a method formed. People and tags are known by their index in the population.
 *
 * @param groups who is in each
 * @param purposes what each is for, or nothing where the method does not say
 */
record Formed(Circles groups, @Nullable Candidates purposes) {

    /** Groups before anybody formed any. */
    static final Formed NONE = new Formed(new Circles(), null);

    /** The groups of an outcome, with the purposes that it states. */
    static Formed of(Outcome outcome) {
        var purposes = new Candidates();
        for (int g = 0; g < outcome.groups(); g++) {
            purposes.add(outcome.purpose(g));
        }
        return new Formed(Circles.of(outcome), purposes);
    }

    /** Groups of people who are known by their number in the index, without a purpose. */
    static Formed inside(Index index, Circles groups) {
        return new Formed(renumbered(groups, index::outsidePerson), null);
    }

    /** The groups, of people known by their number in the index. */
    Circles groupsIn(Index index) {
        int[] number = index.numbersInside();
        return renumbered(groups, p -> number[p]);
    }

    /** What each group is for, in tags of the index; by {@link Statement} where the method does not say. */
    Candidates purposesIn(Index index) {
        var stated = new Candidates();
        if (purposes == null) {
            var statement = new Statement(index);
            var inside = groupsIn(index);
            for (int g = 0; g < inside.count(); g++) {
                stated.add(statement.of(inside.members(g)));
            }
        } else {
            var number = new int[index.tags];
            for (int t = 0; t < index.tags; t++) {
                number[index.outsideTag(t)] = t;
            }
            for (int g = 0; g < purposes.count(); g++) {
                stated.add(IntStream.of(purposes.purpose(g))
                        .map(t -> number[t])
                        .sorted()
                        .toArray());
            }
        }
        return stated;
    }

    /** The groups in the books of the core. */
    Groups seatedIn(Index index, FormationRules rules) {
        var circles = groupsIn(index);
        var stated = purposesIn(index);
        var books = new Groups(index, rules);
        for (int g = 0; g < circles.count(); g++) {
            books.found(stated.purpose(g));
            for (int person : circles.members(g)) {
                books.seat(g, person);
            }
        }
        return books;
    }

    private static Circles renumbered(Circles groups, IntUnaryOperator number) {
        var renumbered = new Circles();
        for (int g = 0; g < groups.count(); g++) {
            renumbered.add(IntStream.of(groups.members(g)).map(number).toArray());
        }
        return renumbered;
    }
}

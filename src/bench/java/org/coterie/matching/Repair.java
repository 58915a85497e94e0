package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.stream.IntStream;

/**
 * Makes groups feasible that were formed without regard to who may meet: as many members as can meet stay together,
 * the others become a group of their own where they can, and whoever is left over takes the open place that suits them
 * best, by the rules of formation.
 */
final class Repair {

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final Statement statement;

    /** Who lost a place, as often as they did. */
    private final IntArrayList leftOver = new IntArrayList();

    private Repair(Index index, FormationRules rules) {
        this.index = index;
        groups = new Groups(index, rules);
        this.rules = new HardRules(index, groups, rules);
        statement = new Statement(index);
    }

    /** @param cut groups within the bounds of size and of everybody's room */
    static Formed form(Given given, Formed cut) {
        var repair = new Repair(given.index(), given.rules());
        return Formed.inside(given.index(), repair.groups(cut.groupsIn(given.index())));
    }

    private Circles groups(Circles cut) {
        for (int g = 0; g < cut.count(); g++) {
            separate(cut.members(g));
        }
        seatAgain();
        var repaired = new Circles();
        for (int g = 0; g < groups.count(); g++) {
            repaired.add(groups.members(g).toIntArray());
        }
        return repaired;
    }

    private void separate(int[] members) {
        int[] rest = members;
        while (rest.length >= rules.minSize()) {
            int[] purpose = statement.of(rest);
            int[] largest = largest(rest, purpose);
            if (largest.length < rules.minSize()) {
                break;
            }
            int g = groups.found(statement.of(largest));
            for (int person : largest) {
                groups.seat(g, person);
            }
            var seated = new IntOpenHashSet(largest);
            rest = IntStream.of(rest).filter(p -> !seated.contains(p)).toArray();
        }
        leftOver.addElements(leftOver.size(), rest);
    }

    /** The most of these people that can meet, as found by beginning with each of them in turn. */
    private int[] largest(int[] people, int[] purpose) {
        int[] bestFirst = people.clone();
        IntArrays.mergeSort(
                bestFirst, (a, b) -> Double.compare(statement.affinity(b, purpose), statement.affinity(a, purpose)));
        int[] largest = {};
        for (int first : bestFirst) {
            int g = groups.found(purpose);
            groups.seat(g, first);
            for (int next : bestFirst) {
                if (next != first && rules.mayMeet(g, next)) {
                    groups.seat(g, next);
                }
            }
            if (groups.size(g) > largest.length) {
                largest = groups.members(g).toIntArray();
            }
            groups.dissolve(g);
            groups.forget(g);
        }
        return largest;
    }

    private void seatAgain() {
        var places = new OpenPlaces(index, groups, rules);
        for (int i = 0; i < leftOver.size(); i++) {
            int person = leftOver.getInt(i);
            if (groups.hasRoom(person) && places.search(person, 0)) {
                groups.seat(places.join(), person);
            }
        }
    }
}

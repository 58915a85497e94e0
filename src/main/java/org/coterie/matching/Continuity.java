package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What comes before everything else: the groups that there are already. Whoever has said yes to one has decided, so it
 * stays as it is, and only its open places are the formation's to give. People in a proposal that nobody has answered
 * stay where that still fits; the others are free for another group, and it is noted why.
 */
final class Continuity {

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final Staying staying;
    private final Map<Place, Moved.Because> departures = new LinkedHashMap<>();

    private record Place(int g, int person) {}

    Continuity(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.staying = new Staying(groups, rules);
    }

    /** Seats everybody who stays; that they have met does not part them. */
    void keep() {
        Allowance before = rules.allow(Allowance.ANY);
        for (int existing : index.existing.inOrder()) {
            int g = groups.keep(existing);
            if (index.existing.isAnswered(existing)) {
                for (int person : index.existing.members(existing)) {
                    groups.seat(g, person);
                }
            } else {
                keepProposal(g, index.existing.members(existing));
            }
        }
        rules.allow(before);
    }

    /** Who did not stay, nor has come back since: with others in it, a group may suit them again. */
    List<Moved> moved() {
        List<Moved> moved = new ArrayList<>();
        departures.forEach((place, because) -> {
            if (!groups.contains(place.g, place.person)) {
                moved.add(new Moved(index.outsidePerson(place.person), groups.origin(place.g), because));
            }
        });
        return moved;
    }

    private void keepProposal(int g, int[] members) {
        IntList willing = new IntArrayList();
        for (int person : bestFirst(groups.purpose(g), members)) {
            if (!groups.admits(g, groups.carried(g, person))) {
                depart(g, person, Moved.Because.INTEREST);
            } else if (!groups.hasRoom(person)) {
                depart(g, person, Moved.Because.ROOM);
            } else {
                willing.add(person);
            }
        }
        staying.seat(g, willing);
        var because = groups.size(g) < groups.places(g) ? Moved.Because.COMPANY : Moved.Because.ROOM;
        for (int person : willing) {
            if (!groups.contains(g, person)) {
                depart(g, person, because);
            }
        }
        if (!staying.goesOn(g)) {
            end(g, members);
        }
    }

    /** Ends the proposals of which too few are left, and that nobody has joined. */
    void endWhatIsTooSmall() {
        for (int g = 0; g < groups.count(); g++) {
            if (groups.isKept(g) && !groups.isAnswered(g) && groups.size(g) > 0 && !rules.stands(g)) {
                end(g, index.existing.members(groups.origin(g)));
            }
        }
    }

    /** Only who was there before gives a place up. */
    private void end(int g, int[] before) {
        for (int person : before) {
            if (groups.contains(g, person)) {
                depart(g, person, Moved.Because.GROUP);
            }
        }
        groups.dissolve(g);
    }

    /** Those whom the purpose fits best come first, the lower number of two alike. */
    private int[] bestFirst(int[] purpose, int[] members) {
        var order = members.clone();
        IntArrays.mergeSort(order, (a, b) -> Double.compare(fit(b, purpose), fit(a, purpose)));
        return order;
    }

    private double fit(int person, int[] purpose) {
        return DoubleStream.of(index.contributions(person, purpose)).sum();
    }

    private void depart(int g, int person, Moved.Because because) {
        departures.put(new Place(g, person), because);
    }
}

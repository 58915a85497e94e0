package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What comes before everything else: the groups that there are already. Whoever has said yes to one has decided, so it
 * stays as it is, and only its open places are the formation's to give. People in a proposal that nobody has answered
 * stay where that still fits; the others are free for another group, and it is noted why.
 */
final class Continuity {

    /** So many who are left of a proposal wait whether others join them, before it ends. */
    private static final int WAITING = 2;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final List<Departure> departures = new ArrayList<>();

    private record Departure(int g, int person, Moved.Because because) {}

    Continuity(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
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
        return departures.stream()
                .filter(departure -> !groups.contains(departure.g, departure.person))
                .map(departure ->
                        new Moved(index.outsidePerson(departure.person), groups.origin(departure.g), departure.because))
                .toList();
    }

    private void keepProposal(int g, int[] members) {
        for (int person : bestFirst(groups.purpose(g), members)) {
            if (!groups.admits(g, groups.carried(g, person))) {
                depart(g, person, Moved.Because.INTEREST);
            } else if (!groups.hasRoom(person) || groups.size(g) >= groups.places(g)) {
                depart(g, person, Moved.Because.ROOM);
            } else if (rules.mayMeet(g, person)) {
                groups.seat(g, person);
            } else {
                depart(g, person, Moved.Because.COMPANY);
            }
        }
        for (int person = unsettled(g); person >= 0; person = unsettled(g)) {
            groups.unseat(g, person);
            depart(g, person, Moved.Because.COMPANY);
        }
        if (groups.size(g) < WAITING || !rules.standsWithMore(g)) {
            end(g);
        }
    }

    /** Ends the proposals of which too few are left, and that nobody has joined. */
    void endWhatIsTooSmall() {
        for (int g = 0; g < groups.count(); g++) {
            if (groups.isKept(g) && !groups.isAnswered(g) && groups.size(g) > 0 && !rules.stands(g)) {
                end(g);
            }
        }
    }

    private void end(int g) {
        IntArrayList left = groups.members(g);
        groups.dissolve(g);
        left.forEach(person -> depart(g, person, Moved.Because.GROUP));
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

    /** A member who has no company enough, or does not find what they seek; the last of several, or -1. */
    private int unsettled(int g) {
        for (int i = groups.size(g) - 1; i >= 0; i--) {
            if (!rules.mayStay(g, groups.member(g, i))) {
                return groups.member(g, i);
            }
        }
        return -1;
    }

    private void depart(int g, int person, Moved.Because because) {
        departures.add(new Departure(g, person, because));
    }
}

package org.coterie.matching;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Last step: nobody is left out for having met the others before. Up to here those who have been in a group together are
 * kept apart. Whoever has no place by that takes one beside people they have met: the longest ago before others, and of
 * these as few as possible; then they change places with others where that parts them ({@link Exchanges}). Nothing else
 * gives way.
 */
final class Repeats {

    /** Of more times at which people met, neighbouring ones are taken for one. */
    private static final int MOST_STEPS = 32;

    private static final int[] HOW_MANY = {1, 2, FormationRules.LARGEST_GROUP};

    private final Index index;
    private final Groups groups;
    private final Stranded stranded;
    private final HardRules rules;

    Repeats(Index index, Groups groups, Stranded stranded, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.stranded = stranded;
        this.rules = rules;
    }

    /**
     * Places whomever it can, those in no group among themselves before others are asked to sit in one more; where groups
     * have changed by that, people move as before.
     */
    void place(BetterResponse moves, Progress progress) {
        if (index.meetings.isEmpty()) {
            return;
        }
        place(false, moves, progress);
        if (someoneHasRoomForMore()) {
            place(true, moves, progress);
        }
    }

    private void place(boolean askOthers, BetterResponse moves, Progress progress) {
        for (int before = Integer.MAX_VALUE, left = left(); left > 0 && left < before; left = left()) {
            before = left;
            loosen(askOthers, progress);
            new Exchanges(index, groups, rules).part();
            moves.settle(progress);
        }
    }

    private int left() {
        return stranded.unplaced().cardinality();
    }

    private boolean someoneHasRoomForMore() {
        return IntStream.range(0, index.people).anyMatch(p -> groups.groupsOf(p) > 0 && groups.hasRoom(p));
    }

    private void loosen(boolean askOthers, Progress progress) {
        foundWithSpared(true); // of new company
        var places = new OpenPlaces(index, groups, rules);
        long[] times = index.meetings.times(stranded.unplaced());
        int steps = Math.min(MOST_STEPS, times.length);
        for (int step = 1; step <= steps && left() > 0; step++) {
            long upTo = times[(int) ((long) times.length * step / steps) - 1];
            for (int repeats : HOW_MANY) {
                rules.allow(new Allowance(repeats, upTo));
                takePlaces(places);
                if (askOthers) {
                    stranded.place(progress);
                } else {
                    stranded.placeAlone(progress);
                }
                foundWithSpared(askOthers);
            }
        }
        rules.allow(Allowance.NONE);
    }

    private void foundWithSpared(boolean besides) {
        var spared = new Spared(index, groups, rules, besides);
        BitSet unplaced = stranded.unplaced();
        for (int p = unplaced.nextSetBit(0); p >= 0; p = unplaced.nextSetBit(p + 1)) {
            if (groups.groupsOf(p) == 0) {
                spared.foundAround(p);
            }
        }
    }

    private void takePlaces(OpenPlaces places) {
        BitSet unplaced = stranded.unplaced();
        for (int p = unplaced.nextSetBit(0); p >= 0; p = unplaced.nextSetBit(p + 1)) {
            if (places.search(p, 0)) {
                groups.seat(places.join(), p);
            }
        }
    }

    /**
     * Takes out of groups whoever meets somebody once more there and has another group by now, and ends those that nobody
     * needs any more who is in them; none that there was before.
     *
     * @return whether there were any
     */
    boolean endNeedless() {
        boolean any = false;
        for (int g = groups.count() - 1; g >= 0 && !index.meetings.isEmpty() && !groups.isKept(g); g--) {
            any |= endNeedless(g);
        }
        return any;
    }

    private boolean endNeedless(int g) {
        boolean any = false;
        for (int person : groups.members(g).toIntArray()) {
            if (groups.groupsOf(person) > 1 && meetsAgain(g, person) && rules.mayLeave(g, person)) {
                groups.unseat(g, person);
                any = true;
            }
        }
        var members = groups.members(g);
        if (members.intStream().anyMatch(person -> meetsAgain(g, person))
                && members.intStream().allMatch(person -> groups.groupsOf(person) > 1)) {
            groups.dissolve(g);
            any = true;
        }
        return any;
    }

    private boolean meetsAgain(int g, int person) {
        return groups.members(g).intStream().anyMatch(other -> index.meetings.last(person, other) != Meetings.NEVER);
    }
}

package org.coterie.matching;

import java.util.BitSet;

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

    /** Places whomever it can; where groups have changed by that, people move as before. */
    void place(BetterResponse moves, Progress progress) {
        if (index.meetings.isEmpty()) {
            return;
        }
        for (int before = Integer.MAX_VALUE, left = left(); left > 0 && left < before; left = left()) {
            before = left;
            loosen(progress);
            new Exchanges(index, groups, rules).part();
            moves.settle(progress);
        }
    }

    private int left() {
        return stranded.unplaced().cardinality();
    }

    private void loosen(Progress progress) {
        foundWithSpared();
        var places = new OpenPlaces(index, groups, rules);
        long[] times = index.meetings.times(stranded.unplaced());
        int steps = Math.min(MOST_STEPS, times.length);
        for (int step = 1; step <= steps && left() > 0; step++) {
            long upTo = times[(int) ((long) times.length * step / steps) - 1];
            for (int repeats : HOW_MANY) {
                rules.allow(new Allowance(repeats, upTo));
                takePlaces(places);
                stranded.place(progress);
                foundWithSpared();
            }
        }
        rules.allow(Allowance.NONE);
    }

    private void foundWithSpared() {
        var spared = new Spared(index, groups, rules);
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
}

package org.coterie.matching;

import java.util.BitSet;

/**
 * Step 7: people move until nobody wants to. Whoever would have clearly more of what they care about covered joins an
 * open place, or changes to it from a group that can do without them.
 *
 * <p>What a group is worth to a person depends on its stated purpose alone, not on who else is in it. So each move
 * raises the sum over all people by exactly its own gain, and since that sum is at most one a person, there are at most
 * {@code people / WORTH_MOVING} moves: an exact potential game, which ends where nobody wants to move.
 */
final class BetterResponse {

    /** Nobody moves for less than this share of what they care about. */
    static final double WORTH_MOVING = 0.05;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final BitSet everybody;
    private final Carriers carriers;

    BetterResponse(Index index, Groups groups, HardRules rules) {
        everybody = new BitSet(index.people);
        everybody.set(0, index.people);
        carriers = new Carriers(index);
        this.index = index;
        this.groups = groups;
        this.rules = rules;
    }

    /** Asks everybody until nobody wants to move. */
    void settle(Progress progress) {
        boolean moved = true;
        while (moved) {
            moved = ask(progress);
        }
    }

    /**
     * Asks everybody once, and again whomever a move concerns most. It may let others want to move as well, who are not
     * asked again.
     *
     * @return whether anybody moved
     */
    boolean ask(Progress progress) {
        var places = new OpenPlaces(index, groups, rules);
        boolean moved = false;
        var restless = (BitSet) everybody.clone();
        while (!restless.isEmpty()) {
            for (int p = restless.nextSetBit(0); p >= 0; p = restless.nextSetBit(p + 1)) {
                restless.clear(p);
                if (places.search(p, WORTH_MOVING)) {
                    move(p, places, restless);
                    moved = true;
                }
            }
            progress.reached(0.5);
        }
        return moved;
    }

    private void move(int person, OpenPlaces places, BitSet restless) {
        int left = places.leave();
        int joined = places.join();
        if (left >= 0) {
            boolean wasFull = groups.size(left) == groups.places(left);
            groups.unseat(left, person);
            if (wasFull) {
                carriers.of(groups.purpose(left)).forEach(other -> {
                    if (groups.gain(other, left) > WORTH_MOVING) {
                        restless.set(other);
                    }
                });
            }
        }
        groups.seat(joined, person);
        groups.members(joined).forEach(restless::set);
    }
}

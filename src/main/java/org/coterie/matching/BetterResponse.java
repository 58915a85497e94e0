package org.coterie.matching;

import java.util.Arrays;
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

    /** Where more than one of so many groups have changed, everybody is asked. */
    private static final int FEW = 8;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final Carriers carriers;

    BetterResponse(Index index, Groups groups, HardRules rules) {
        carriers = new Carriers(index);
        this.index = index;
        this.groups = groups;
        this.rules = rules;
    }

    /** Asks all whom it concerns what has changed since the last time, until nobody wants to move. */
    void settle(Progress progress) {
        BitSet restless = concerned();
        if (restless.isEmpty()) {
            return;
        }
        var places = new OpenPlaces(index, groups, rules);
        while (!restless.isEmpty()) {
            for (int p = restless.nextSetBit(0); p >= 0; p = restless.nextSetBit(p + 1)) {
                if (places.search(p, WORTH_MOVING)) {
                    move(p, places);
                }
            }
            progress.reached(0.5);
            restless = concerned();
        }
    }

    private void move(int person, OpenPlaces places) {
        int left = places.leave();
        int joined = places.join();
        if (left >= 0) {
            groups.unseat(left, person);
        }
        groups.seat(joined, person);
    }

    /** Who may want to move since groups have changed: those who are or were in them, and those who are admitted and would gain. */
    private BitSet concerned() {
        BitSet changed = groups.changes.takeGroups();
        BitSet concerned = groups.changes.takePeople();
        if (changed.cardinality() > groups.count() / FEW) {
            concerned.set(0, index.people);
            return concerned;
        }
        int[][] purposes = changed.stream()
                .filter(g -> g < groups.count() && groups.size(g) > 0)
                .peek(g -> groups.members(g).forEach(concerned::set))
                .mapToObj(groups::purpose)
                .sorted(Arrays::compare)
                .toArray(int[][]::new);
        for (int i = 0; i < purposes.length; i++) {
            int[] purpose = purposes[i];
            if (i == 0 || !Arrays.equals(purpose, purposes[i - 1])) {
                carriers.of(purpose).forEach(person -> {
                    if (groups.gain(person, purpose, 0, purpose.length) > WORTH_MOVING) {
                        concerned.set(person);
                    }
                });
            }
        }
        return concerned;
    }
}

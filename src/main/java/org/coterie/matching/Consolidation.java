package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Dissolves small groups whose members are at least as well off elsewhere: two half-empty groups with the same purpose
 * become one, and a group that could not spare anybody lets everybody go at once.
 *
 * <p>A group is dissolved only if afterwards no less of what all people care about is covered, and nobody ends up out.
 * So the sum of all utilities never falls, and the number of groups only falls: it ends after one look at each.
 */
final class Consolidation {

    private final Index index;
    private final Groups groups;
    private final HardRules rules;

    Consolidation(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
    }

    /** Looks at every group founded just now that would fit into half a group, the smallest first; nobody wants to move before it. */
    void merge(Progress progress) {
        var places = new OpenPlaces(index, groups, rules);
        for (int size = rules.minSize(); size <= Math.max(rules.minSize(), rules.maxSize() / 2); size++) {
            int wanted = size;
            int[] small = IntStream.range(0, groups.count())
                    .filter(g -> groups.size(g) == wanted && !groups.isKept(g))
                    .toArray();
            for (int g : small) {
                progress.stopIfUnwanted();
                if (groups.size(g) == size) {
                    spread(g, places);
                }
            }
        }
    }

    /** Seats everybody of a group elsewhere, or leaves all as it was. */
    private void spread(int g, OpenPlaces places) {
        IntArrayList members = groups.members(g);
        double[] before = members.intStream().mapToDouble(groups::covered).toArray();
        double[] hopes = members.intStream().mapToDouble(this::hope).toArray();
        double hope = Arrays.stream(hopes).sum();
        groups.changes.suppose();
        groups.dissolve(g);
        var joined = new int[before.length];
        Arrays.fill(joined, -1);
        double change = 0;
        boolean isGood = true;
        for (int i = 0; i < joined.length && isGood; i++) {
            int person = members.getInt(i);
            if (places.search(person, 0)) {
                joined[i] = places.join();
                groups.seat(joined[i], person);
            }
            change += groups.covered(person) - before[i];
            hope -= hopes[i];
            isGood = groups.groupsOf(person) > 0 && change + hope >= -Affinity.ROUNDING;
        }
        if (isGood) {
            return;
        }
        for (int i = joined.length - 1; i >= 0; i--) {
            if (joined[i] >= 0) {
                groups.unseat(joined[i], members.getInt(i));
            }
        }
        members.forEach(person -> groups.seat(g, person));
        groups.changes.asBefore();
    }

    /**
     * How much more may be covered of what somebody cares about once they are seated elsewhere: with room, they would be there already,
     * but for the few whom only others that go there too let in.
     */
    private double hope(int person) {
        return groups.hasRoom(person) ? BetterResponse.WORTH_MOVING : 1;
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Who knows whom: whoever was said to, and whoever is together in a group that somebody has said yes to. 8 bytes for each two
 * people, nothing where nobody knows anybody.
 */
final class Acquaintances {

    /** A person's acquaintances are those from {@code start[p]} to {@code start[p + 1]}, ascending. */
    private final int[] start;

    private final int[] known;

    /**
     * The acquaintances of so many people.
     *
     * @param said two who know each other, one above, the other below, by the numbers that the groups have for them
     */
    Acquaintances(int people, LongStream said, Existing groups) {
        var pairs = new LongArrayList();
        said.forEach(pairs::add);
        for (int group = 0; group < groups.count(); group++) {
            if (groups.isAnswered(group)) {
                addAll(pairs, groups.members(group));
            }
        }
        long[] bothWays = LongStream.concat(
                        pairs.longStream(), pairs.longStream().map(pair -> Long.rotateLeft(pair, Integer.SIZE)))
                .sorted()
                .distinct()
                .toArray();
        start = new int[people + 1];
        known = new int[bothWays.length];
        for (int i = 0; i < bothWays.length; i++) {
            start[(int) (bothWays[i] >>> Integer.SIZE) + 1]++;
            known[i] = (int) bothWays[i];
        }
        Arrays.parallelPrefix(start, Integer::sum);
    }

    private static void addAll(LongArrayList pairs, int[] members) {
        for (int one : members) {
            for (int other : members) {
                if (one < other) {
                    pairs.add((long) one << Integer.SIZE | other);
                }
            }
        }
    }

    /** Those whom the person knows, ascending. */
    IntList of(int person) {
        return known.length == 0
                ? IntLists.EMPTY_LIST
                : IntArrayList.wrap(known).subList(start[person], start[person + 1]);
    }

    /** Whether these two know each other. */
    boolean know(int one, int other) {
        return known.length > 0 && Arrays.binarySearch(known, start[one], start[one + 1], other) >= 0;
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/** Sets of people that may overlap, side by side in one array, so that there may be millions of them. */
final class Circles {

    private final IntArrayList start = new IntArrayList(new int[] {0});
    private final IntArrayList people = new IntArrayList();

    /** The groups of an outcome. */
    static Circles of(Outcome outcome) {
        var circles = new Circles();
        for (int g = 0; g < outcome.groups(); g++) {
            circles.add(outcome.members(g));
        }
        return circles;
    }

    void add(int... members) {
        people.addElements(people.size(), members);
        start.add(people.size());
    }

    int count() {
        return start.size() - 1;
    }

    int size(int circle) {
        return start.getInt(circle + 1) - start.getInt(circle);
    }

    /** Who is in it, in the order they were added. */
    int[] members(int circle) {
        return Arrays.copyOfRange(people.elements(), start.getInt(circle), start.getInt(circle + 1));
    }

    /** Those of at least this size. */
    Circles ofAtLeast(int size) {
        var large = new Circles();
        for (int c = 0; c < count(); c++) {
            if (size(c) >= size) {
                large.add(members(c));
            }
        }
        return large;
    }

    /** The other way round: for each of so many people the circles they are in, ascending. */
    Circles turned(int howMany) {
        var turned = new Circles();
        turned.start.size(howMany + 1);
        for (int i = 0; i < people.size(); i++) {
            turned.start.elements()[people.getInt(i) + 1]++;
        }
        Arrays.parallelPrefix(turned.start.elements(), 0, howMany + 1, Integer::sum);
        int[] next = turned.start.toIntArray();
        turned.people.size(people.size());
        for (int c = 0; c < count(); c++) {
            for (int i = start.getInt(c); i < start.getInt(c + 1); i++) {
                turned.people.set(next[people.getInt(i)]++, c);
            }
        }
        return turned;
    }

    /** Every pair of people once for each circle that both are in: the lower above, the higher below; ascending. */
    long[] pairs() {
        var pairs = new LongArrayList();
        for (int c = 0; c < count(); c++) {
            int[] members = members(c);
            Arrays.sort(members);
            for (int i = 0; i < members.length; i++) {
                for (int k = i + 1; k < members.length; k++) {
                    pairs.add((long) members[i] << 32 | members[k]);
                }
            }
        }
        long[] ascending = pairs.toLongArray();
        Arrays.parallelSort(ascending);
        return ascending;
    }
}

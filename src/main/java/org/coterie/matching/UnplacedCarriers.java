package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import org.jspecify.annotations.Nullable;

/** Who carries a tag, is in no group, and would meet online, while ever more of them find a group. */
final class UnplacedCarriers {

    private final Index index;
    private final Groups groups;

    /** Of each tag that was asked for, ascending; some of them may have found a group since. */
    private final @Nullable IntArrayList[] known;

    UnplacedCarriers(Index index, Groups groups) {
        this.index = index;
        this.groups = groups;
        known = new IntArrayList[index.tags];
    }

    /** Somebody, and so many others at most of those who carry a tag: who comes after them, and then from the beginning. */
    IntArrayList with(int person, int tag, int others) {
        IntArrayList all = carriers(tag);
        var with = new IntArrayList();
        with.add(person);
        int at = IntArrays.binarySearch(all.elements(), 0, all.size(), person);
        int from = at < 0 ? -1 - at : at;
        int found = 0;
        for (int i = 0; i < all.size() && with.size() <= others; i++) {
            int other = all.getInt((from + i) % all.size());
            if (groups.groupsOf(other) > 0) {
                found++;
            } else if (other != person) {
                with.add(other);
            }
        }
        if (found > others) {
            all.removeIf(this::hasFound);
        }
        return with;
    }

    private boolean hasFound(int person) {
        return groups.groupsOf(person) > 0;
    }

    private IntArrayList carriers(int tag) {
        IntArrayList all = known[tag];
        if (all == null) {
            all = index.carriers(tag);
            all.removeIf(person -> hasFound(person) || !groups.hasRoom(person) || !index.places.onlineOk(person));
            all.sort(null);
            all.trim();
            known[tag] = all;
        }
        return all;
    }
}

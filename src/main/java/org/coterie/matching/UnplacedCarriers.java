package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.jspecify.annotations.Nullable;

/** Who carries a tag, is in no group, and would meet online, while ever more of them find a group. */
final class UnplacedCarriers {

    private final Index index;
    private final Groups groups;

    /** Of each tag that was asked for; some of them may have found a group since. */
    private final @Nullable IntArrayList[] known;

    UnplacedCarriers(Index index, Groups groups) {
        this.index = index;
        this.groups = groups;
        known = new IntArrayList[index.tags];
    }

    /** Somebody, and so many others at most of those who carry a tag. */
    IntArrayList with(int person, int tag, int others) {
        IntArrayList all = carriers(tag);
        var with = new IntArrayList();
        with.add(person);
        int kept = 0;
        int seen = 0;
        for (; seen < all.size() && with.size() <= others; seen++) {
            int other = all.getInt(seen);
            if (groups.groupsOf(other) == 0) {
                all.set(kept++, other);
                if (other != person) {
                    with.add(other);
                }
            }
        }
        if (kept < seen) {
            all.removeElements(kept, seen);
        }
        return with;
    }

    private IntArrayList carriers(int tag) {
        IntArrayList all = known[tag];
        if (all == null) {
            all = index.carriers(tag);
            all.removeIf(
                    person -> groups.groupsOf(person) > 0 || !groups.hasRoom(person) || !index.places.onlineOk(person));
            known[tag] = all;
        }
        return all;
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;

/** Which groups have changed since it was last asked, and who has been taken out of one. */
final class Changes {

    private final BitSet groups = new BitSet();
    private final BitSet people = new BitSet();

    /** What has been noted since the last {@link #suppose} and was not before. */
    private final IntArrayList newGroups = new IntArrayList();

    private final IntArrayList newPeople = new IntArrayList();

    /** Notes that a group has other members or another purpose. */
    void changed(int g) {
        if (!groups.get(g)) {
            groups.set(g);
            newGroups.add(g);
        }
    }

    /** Notes that somebody is in one group less. */
    void unseated(int person) {
        if (!people.get(person)) {
            people.set(person);
            newPeople.add(person);
        }
    }

    /** What changes from here on may be taken back. */
    void suppose() {
        newGroups.clear();
        newPeople.clear();
    }

    /** Everything is again as it was when it was only supposed to be otherwise. */
    void asBefore() {
        newGroups.forEach(groups::clear);
        newPeople.forEach(people::clear);
    }

    /** The groups that have changed since the last time. */
    BitSet takeGroups() {
        return take(groups);
    }

    /** Who has been taken out of a group since the last time. */
    BitSet takePeople() {
        return take(people);
    }

    private BitSet take(BitSet noted) {
        var taken = (BitSet) noted.clone();
        noted.clear();
        suppose();
        return taken;
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Whether a group that is too small for somebody in it, and waits for others, can become large enough for all of them. */
final class SizeLimits {

    private final Index index;
    private final Groups groups;

    SizeLimits(Index index, Groups groups) {
        this.index = index;
        this.groups = groups;
    }

    /** Whether a group that was there before could do so with this person: one that is new is large enough from the first. */
    boolean keep(int g, int person) {
        if (!groups.isKept(g)) {
            return true;
        }
        int before = groups.origin(g);
        return canBecomeLargeEnough(
                index.existing.fewest(before), index.existing.places(before), person, groups.members(g));
    }

    /**
     * Whether a group could become as large as each of these wants it to be, and stay as small.
     *
     * @param fewest how large it has to become, which may not be too large for the person
     * @param places how large it may become
     */
    boolean canBecomeLargeEnough(int fewest, int places, int person, IntArrayList others) {
        int most = Math.min(places, index.mostCompany[person]);
        int least = index.leastCompany[person];
        for (int i = 0; i < others.size(); i++) {
            most = Math.min(most, index.mostCompany[others.getInt(i)]);
            least = Math.max(least, index.leastCompany[others.getInt(i)]);
        }
        return least <= most && fewest <= index.mostCompany[person];
    }
}

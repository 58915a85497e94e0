package org.coterie.matching;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * The people a purpose is open to, or the best of them where they are many; where people live far apart some of them, who are
 * neighbours, beside other crowds.
 *
 * @param people who they are
 * @param beyond nobody who was left out would gain more than this; 0 where nobody was left out
 * @param isPart whether others are in crowds of their own
 */
record Crowd(IntArrayList people, double beyond, boolean isPart) {

    /** Of more people than this only the best are kept in mind. */
    static final int LARGE = 512;

    /** All whom a purpose is open to. */
    static Crowd whole(IntArrayList people) {
        return new Crowd(people, 0, false);
    }

    /** A number that two crowds of the same people in the same order have in common, and hardly ever others. */
    long signature() {
        long signature = people.size();
        for (int i = 0; i < people.size(); i++) {
            signature = HashCommon.murmurHash3(signature + people.getInt(i));
        }
        return signature;
    }
}

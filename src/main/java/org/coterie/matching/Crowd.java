package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * The people a purpose is open to, or the best of them where they are many.
 *
 * @param people who they are
 * @param beyond nobody who was left out would gain more than this; 0 where nobody was left out
 */
record Crowd(IntArrayList people, double beyond) {

    /** Of more people than this only the best are kept in mind. */
    static final int LARGE = 512;
}

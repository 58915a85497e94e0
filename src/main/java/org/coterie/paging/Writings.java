package org.coterie.paging;

/** How what is asked for is read: of what is read alike, each way to write it asks for the same list. */
public interface Writings {

    /** The one that stands for all ways to write this. */
    String fold(String written);
}

package org.coterie.live;

/** Of what a part is kept in memory. */
public enum Topic {
    /** Whose interests changed. */
    INTERESTS,
    /** Who came, changed their terms, or left. */
    PEOPLE,
    /** Which groups formed, closed, or have other members. */
    GROUPS,
    /** Which tags are new, or are called otherwise. */
    TAGS
}

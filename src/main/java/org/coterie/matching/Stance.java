package org.coterie.matching;

/** How a person stands to a tag. A group around a tag that somebody seeks has somebody in it who offers it. */
public enum Stance {
    /** Cares about it, and would do it together with others. */
    SHARE,
    /** Can give it: knows it, has it, teaches it. */
    OFFER,
    /** Needs it, from somebody who offers it. */
    SEEK
}

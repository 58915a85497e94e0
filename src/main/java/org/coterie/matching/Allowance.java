package org.coterie.matching;

/**
 * Which repeats are allowed for the moment: how many people somebody who sits down may find that they have met before, and
 * up to when those meetings were.
 */
record Allowance(int repeats, long upTo) {

    /** Only new company. */
    static final Allowance NONE = new Allowance(0, Meetings.NEVER);

    /** Whoever has met whenever. */
    static final Allowance ANY = new Allowance(Integer.MAX_VALUE, Long.MAX_VALUE);
}

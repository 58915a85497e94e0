package org.coterie.demo;

import org.coterie.demo.Catalogue.Purpose;
import org.coterie.demo.Catalogue.Wording;

/** Somebody's place in a purpose, counted from 0 in the order in which people came to it. */
record Seat(Purpose purpose, int number) {

    /** So many people of each purpose live for it, unless it has fewer. */
    static final int CORE = 3;

    boolean isCore() {
        return number < CORE;
    }

    /** Every second one of a discreet purpose keeps it to themselves. */
    boolean isQuiet() {
        return purpose.discreet() && number % 2 == 1;
    }

    /** Where something is taught, a few offer and fewer seek, so that nobody seeks in vain. */
    Stance stance() {
        if (purpose.tags().stream().noneMatch(Wording::taught)) {
            return Stance.SHARE;
        }
        if (number % 4 == 0) {
            return Stance.OFFER;
        }
        return number % 6 == 1 ? Stance.SEEK : Stance.SHARE;
    }

    /** How somebody stands to what is taught. */
    enum Stance {
        SHARE,
        OFFER,
        SEEK
    }
}

package org.coterie.formation;

import jakarta.persistence.Embeddable;
import org.coterie.matching.Moved;
import org.coterie.matching.Outcome;
import org.jspecify.annotations.Nullable;

/** How many places in proposals were given up, by why. Empty until a formation has ended. */
@Embeddable
class MovedPlaces {

    @Nullable
    Integer movedInterest;

    @Nullable
    Integer movedRoom;

    @Nullable
    Integer movedCompany;

    @Nullable
    Integer movedGroup;

    /** What an outcome says. */
    static MovedPlaces of(Outcome outcome) {
        var places = new MovedPlaces();
        places.movedInterest = count(outcome, Moved.Because.INTEREST);
        places.movedRoom = count(outcome, Moved.Because.ROOM);
        places.movedCompany = count(outcome, Moved.Because.COMPANY);
        places.movedGroup = count(outcome, Moved.Because.GROUP);
        return places;
    }

    private static int count(Outcome outcome, Moved.Because because) {
        return (int) outcome.moved().stream()
                .filter(moved -> moved.because() == because)
                .count();
    }
}

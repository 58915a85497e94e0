package org.coterie.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.coterie.demo.Catalogue.Purpose;

/** Someone who is being made up. */
final class Neighbour {

    private static final int PURPOSES_A_PERSON = 3;

    final List<Seat> seats = new ArrayList<>();
    final Set<String> languages;
    final String timeZone;

    Neighbour(Seat seat, Set<String> languages, String timeZone) {
        this.languages = languages;
        this.timeZone = timeZone;
        sit(seat);
    }

    /** Whoever teaches speaks every language of the purpose: nobody offers Japanese without it. */
    void sit(Seat seat) {
        seats.add(seat);
        if (seat.stance() == Seat.Stance.OFFER) {
            languages.addAll(seat.purpose().languages());
        }
    }

    boolean mayAlsoJoin(Purpose purpose) {
        return seats.size() < PURPOSES_A_PERSON
                && languages.contains(purpose.language())
                && purpose.timeZones().contains(timeZone)
                && seats.stream().noneMatch(seat -> seat.purpose().equals(purpose));
    }
}

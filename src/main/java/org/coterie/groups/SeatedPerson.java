package org.coterie.groups;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.coterie.live.Identified;

/** Somebody with a place. */
final class SeatedPerson extends Identified {

    private static final SeatedGroup[] NONE = {};

    private SeatedGroup[] places = NONE;

    SeatedPerson(UUID id) {
        super(id);
    }

    void enter(SeatedGroup group) {
        places = Arrays.copyOf(places, places.length + 1);
        places[places.length - 1] = group;
    }

    void leave(SeatedGroup group) {
        places = Arrays.stream(places).filter(other -> other != group).toArray(SeatedGroup[]::new);
    }

    /** The groups in which they have a place. */
    List<SeatedGroup> places() {
        return List.of(places);
    }
}

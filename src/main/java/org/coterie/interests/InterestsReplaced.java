package org.coterie.interests;

import java.util.Set;
import java.util.UUID;

/** Fired inside a transaction in which what several people care about came in together, of those for whom it is new. */
public record InterestsReplaced(Set<UUID> people) {

    public InterestsReplaced {
        people = Set.copyOf(people);
    }
}

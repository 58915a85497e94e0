package org.coterie.groups;

import java.util.Set;
import java.util.UUID;

/**
 * Fired inside the transaction in which some people gave up a place, or are invited no longer: whoever has no other is free for
 * another group.
 */
public record PlacesLost(Set<UUID> people) {

    public PlacesLost {
        people = Set.copyOf(people);
    }
}

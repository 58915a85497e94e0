package org.coterie.interests;

import java.util.List;
import java.util.UUID;

/** Fired when what a few people care about was taken in together and is stored, outside of any transaction. */
public record InterestsTaken(List<UUID> people) {

    public InterestsTaken {
        people = List.copyOf(people);
    }
}

package org.coterie.interests;

import java.util.List;
import java.util.UUID;

/**
 * Fired when what a few people care about was taken in together and is stored, outside of any transaction.
 *
 * @param said whether they have said so; otherwise what they had said has moved to another tag
 */
public record InterestsTaken(List<UUID> people, boolean said) {

    public InterestsTaken {
        people = List.copyOf(people);
    }
}

package org.coterie.interests;

import java.util.List;
import java.util.UUID;

/**
 * Fired when what is new of several people was taken in together and is stored, outside of any transaction.
 *
 * @param few whether they are few enough to be looked at as if each had spoken for themselves; of more only those are
 *     named who have changed and have a place in a group that waits for an answer
 */
public record InterestsTaken(List<UUID> people, boolean few) {

    public InterestsTaken {
        people = List.copyOf(people);
    }
}

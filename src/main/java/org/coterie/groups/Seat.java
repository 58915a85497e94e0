package org.coterie.groups;

import java.util.List;
import java.util.UUID;

/**
 * Somebody's place in a group, and why it is theirs.
 *
 * @param affinity how well the purpose fits them, 0 to 1
 * @param because the parts of the affinity; they sum to it
 */
public record Seat(UUID personId, double affinity, List<Reason> because) {

    public Seat {
        because = List.copyOf(because);
    }
}

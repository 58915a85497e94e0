package org.coterie.groups;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody's place in a group, and why it is theirs.
 *
 * @param affinity how well the purpose fits them, 0 to 1
 * @param because the parts of the affinity; they sum to it
 * @param metAgain who of the others was in a group with them before, where both were to be kept apart if possible
 */
public record Seat(UUID personId, double affinity, List<Reason> because, Set<UUID> metAgain) {

    public Seat {
        because = List.copyOf(because);
        metAgain = Set.copyOf(metAgain);
    }

    /** A place beside nobody of whom that would have to be said. */
    public Seat(UUID personId, double affinity, List<Reason> because) {
        this(personId, affinity, because, Set.of());
    }

    /** The same place, beside these once more. */
    public Seat meetingAgain(Set<UUID> others) {
        return new Seat(personId, affinity, because, others);
    }
}

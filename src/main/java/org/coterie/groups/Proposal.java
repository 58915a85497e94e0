package org.coterie.groups;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group that could be: who would be in it, for what, and why.
 *
 * @param id a UUIDv7 of the caller's making
 * @param formationId the formation it comes from; null where a suggestion made it
 * @param purpose the tags, most decisive first
 * @param minAsked for how many it is at least, whatever those who are invited want
 * @param minSize for how many at least, so that each of them has as many as they want
 * @param cohesion the mean affinity of the seats
 * @param seats who is invited, each once
 */
public record Proposal(
        UUID id,
        @Nullable UUID formationId,
        List<PurposeTag> purpose,
        int minAsked,
        int minSize,
        int maxSize,
        double cohesion,
        List<Seat> seats) {

    public Proposal {
        purpose = List.copyOf(purpose);
        seats = List.copyOf(seats);
        if (purpose.isEmpty()) {
            throw new IllegalArgumentException("a group without a purpose");
        }
        if (minSize < minAsked || seats.size() < minSize || seats.size() > maxSize) {
            throw new IllegalArgumentException(
                    "%d seats in a group of %d to %d".formatted(seats.size(), minSize, maxSize));
        }
        Set<UUID> seated = new HashSet<>();
        for (Seat seat : seats) {
            if (!seated.add(seat.personId())) {
                throw new IllegalArgumentException("%s is seated twice".formatted(seat.personId()));
            }
        }
    }
}

package org.coterie.groups;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How a group that there is goes on: who is asked into it besides, and who of those who have not answered is no longer.
 *
 * @param answered whether a member had said yes to it when this was found out; if that has changed meanwhile, nothing is
 *     done
 * @param minSize how many it takes from now on; where it is answered, how many whoever is invited wants at least
 * @param cohesion the mean affinity of all who are in it then
 * @param seats who is invited, each once; none of them was in it before
 * @param released whose invitation is taken back; nobody's where it is answered
 */
public record Continuation(
        UUID groupId, boolean answered, int minSize, double cohesion, List<Seat> seats, Set<UUID> released) {

    public Continuation {
        seats = List.copyOf(seats);
        released = Set.copyOf(released);
        if (answered && !released.isEmpty()) {
            throw new IllegalArgumentException("nobody is taken out of a group that somebody has said yes to");
        }
    }
}

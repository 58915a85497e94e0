package org.coterie.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coterie.groups.GroupIndex.Place;
import org.coterie.groups.GroupIndex.Row;

/** A group and who sits in it; the first of those are invited, the others active. */
final class SeatedGroup {

    private static final UUID[] NOBODY = {};

    private final int number;
    private final OpenGroup shown;
    private final boolean offered;
    private final SeatedPerson[] seats;
    private final int invited;
    private final UUID[] former;

    SeatedGroup(int number, Row row, List<PurposeTag> purpose, Function<UUID, SeatedPerson> people) {
        this.number = number;
        shown = new OpenGroup(
                row.id(), purpose, row.minSize(), row.maxSize(), row.formationId(), row.state() == GroupState.PROPOSED);
        List<SeatedPerson> waiting = new ArrayList<>();
        List<SeatedPerson> active = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        for (Place place : row.places()) {
            switch (place.state()) {
                case INVITED -> waiting.add(people.apply(place.personId()));
                case ACTIVE -> active.add(people.apply(place.personId()));
                default -> gone.add(place.personId());
            }
        }
        invited = waiting.size();
        waiting.addAll(active);
        seats = waiting.toArray(SeatedPerson[]::new);
        former = gone.isEmpty() ? NOBODY : gone.toArray(UUID[]::new);
        offered = row.state().isOffered() && seats.length < row.maxSize();
    }

    /** Its number among all groups that are not over. */
    int number() {
        return number;
    }

    OpenGroup shown() {
        return shown;
    }

    /** Whether it has room, and others are to be asked. */
    boolean isOffered() {
        return offered;
    }

    /** Who is invited or active. */
    List<SeatedPerson> people() {
        return List.of(seats);
    }

    Set<UUID> invited() {
        return Arrays.stream(seats, 0, invited).map(SeatedPerson::id).collect(Collectors.toSet());
    }

    /** Whether somebody is active in it, and somebody else invited. */
    boolean isHalfAnswered() {
        return invited > 0 && invited < seats.length;
    }

    /** Whether one of these has declined or left. */
    boolean lost(Set<UUID> some) {
        for (UUID gone : former) {
            if (some.contains(gone)) {
                return true;
            }
        }
        return false;
    }

    boolean invites(UUID personId) {
        return Arrays.stream(seats, 0, invited).anyMatch(person -> person.id().equals(personId));
    }

    boolean seatsAnyOf(Set<UUID> some) {
        return hasOneOf(some, 0);
    }

    boolean hasActiveOneOf(Set<UUID> some) {
        return hasOneOf(some, invited);
    }

    private boolean hasOneOf(Set<UUID> some, int from) {
        return !some.isEmpty()
                && Arrays.stream(seats, from, seats.length).anyMatch(person -> some.contains(person.id()));
    }
}

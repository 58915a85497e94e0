package org.coterie.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coterie.people.PeopleIntake.Arrival;
import org.coterie.transfer.Reading.Rejected;
import org.coterie.transfer.Reading.Understood;

/**
 * What is stored together or not at all.
 *
 * @param people all lines of each person in the order of the file
 * @param progress what part of the file is stored with it
 */
record Chunk(List<Guest> people, List<Rejected> rejected, double progress) {

    Chunk {
        people = List.copyOf(people);
        rejected = List.copyOf(rejected);
    }

    /** A line, and whom it is about. */
    record Guest(Understood line, Arrival arrival) {

        UUID id() {
            return arrival.id();
        }
    }

    /** Parted wherever somebody comes again: the later line has the last word. Who comes again is not new. */
    List<List<Guest>> withoutRepeats() {
        List<List<Guest>> runs = new ArrayList<>();
        List<Guest> run = new ArrayList<>();
        Set<UUID> inRun = new HashSet<>();
        Set<UUID> seen = new HashSet<>();
        for (Guest guest : people) {
            if (!inRun.add(guest.id())) {
                runs.add(run);
                run = new ArrayList<>();
                inRun.clear();
                inRun.add(guest.id());
            }
            run.add(seen.add(guest.id()) ? guest : new Guest(guest.line, again(guest.arrival)));
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private static Arrival again(Arrival arrival) {
        return new Arrival(arrival.id(), false, arrival.person());
    }
}

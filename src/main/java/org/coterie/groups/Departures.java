package org.coterie.groups;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.coterie.people.People;
import org.coterie.people.PersonView;
import org.coterie.safety.Blocks;

/** Who has lately left a group: told to those whom they left behind. */
@ApplicationScoped
class Departures {

    /** How long a departure is told. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Clock clock;
    private final MembershipRepository memberships;
    private final People people;
    private final Blocks blocks;

    Departures(Clock clock, MembershipRepository memberships, People people, Blocks blocks) {
        this.clock = clock;
        this.memberships = memberships;
        this.people = people;
        this.blocks = blocks;
    }

    /**
     * Who has left these groups since the reader is active in them; nobody whom the reader has blocked. Whoever has blocked the
     * reader is told still, since a name that goes would tell it.
     */
    Map<UUID, List<DepartureView>> toldTo(Reader reader, List<MemberRow> mine) {
        Map<UUID, Instant> activeSince = mine.stream()
                .filter(one -> one.state() == MembershipState.ACTIVE)
                .collect(toMap(MemberRow::groupId, MemberRow::since));
        List<MemberRow> left = memberships.leftSince(clock.instant().minus(REMEMBERED), activeSince.keySet());
        if (left.isEmpty() || reader.personId() == null) {
            return Map.of();
        }
        Set<UUID> blocked = blocks.blockedBy(reader.personId());
        Map<UUID, PersonView> names =
                people.findAll(left.stream().map(MemberRow::personId).collect(toSet()));
        Map<UUID, List<DepartureView>> departures = new HashMap<>();
        for (MemberRow gone : left) {
            PersonView person = blocked.contains(gone.personId()) ? null : names.get(gone.personId());
            if (person != null && gone.since().isAfter(Objects.requireNonNull(activeSince.get(gone.groupId())))) {
                List<DepartureView> here = departures.computeIfAbsent(gone.groupId(), none -> new ArrayList<>());
                if (here.size() < MyGroupView.MOST_LEFT) {
                    here.add(DepartureView.of(person, gone));
                }
            }
        }
        return departures;
    }
}

package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.coterie.people.People;

/** How many people there are: exact while they are few, up to a minute old once counting takes time. */
@ApplicationScoped
class Headcount {

    private static final int FEW = 10_000;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Count(long people, Instant at) {}

    private final People people;
    private final Clock clock;
    private volatile Count last = new Count(0, Instant.MIN);

    Headcount(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    long people() {
        Count count = last;
        Instant now = clock.instant();
        if (count.people < FEW || count.at.plus(FRESH).isBefore(now)) {
            count = new Count(people.count(), now);
            last = count;
        }
        return count.people;
    }
}

package org.coterie.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.coterie.live.Rounds;
import org.coterie.problem.BriefWork;

/** Looks in the background for what has happened, on this process or another, and rings for those who wait for it. */
@ApplicationScoped
class Postman {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    /** So many places are looked through at a time. */
    private static final long AT_A_TIME = 1_000;

    private final Clock clock;
    private final EventsConfig config;
    private final EventStore store;
    private final Publisher publisher;
    private final Streams streams;
    private final Rounds rounds = new Rounds("events", this::goRound);
    private long seen;
    private Instant swept = Instant.EPOCH;

    Postman(Clock clock, EventsConfig config, EventStore store, Publisher publisher, Streams streams) {
        this.clock = clock;
        this.config = config;
        this.store = store;
        this.publisher = publisher;
        this.streams = streams;
    }

    void start(@Observes StartupEvent event) {
        seen = store.last();
        rounds.begin();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.end();
        streams.endAll();
    }

    private boolean goRound() {
        boolean[] more = {false};
        BriefWork.run(() -> {
            more[0] = publisher.publishMany();
            ring();
            more[0] |= sweep(clock.instant());
        });
        return more[0];
    }

    /** Whoever begins to listen later has read what is passed by here. */
    private void ring() {
        long last = store.last();
        while (seen < last && streams.isAnyOpen()) {
            long next = Math.min(last, seen + AT_A_TIME);
            streams.ring(store.toldBetween(seen, next));
            seen = next;
        }
        seen = last;
    }

    /** Forgets what is kept no longer, now and then; whether there may be more of it. */
    boolean sweep(Instant now) {
        if (swept.plus(BETWEEN_SWEEPS).isAfter(now)) {
            return false;
        }
        boolean more = store.forgetSome(now.minus(config.kept()));
        if (!more) {
            swept = now;
        }
        return more;
    }
}

package org.coterie.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.coterie.live.Rounds;

/** Deletes once a minute what nobody is answered with any more. */
@ApplicationScoped
class Sweep {

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final RetriesConfig retries;
    private final Clock clock;
    private final Rounds rounds = new Rounds("sweep", this::sweep);
    private Instant swept = Instant.MIN;

    Sweep(RetriesConfig retries, Clock clock) {
        this.retries = retries;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        rounds.begin();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.end();
    }

    private boolean sweep() {
        Instant now = clock.instant();
        if (swept.plus(BETWEEN).isBefore(now)) {
            forget(now);
            swept = now;
        }
        return false;
    }

    void forget(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            KeptAnswer.forgetBefore(now.minus(retries.kept()));
            StoredBuckets.forget(now);
        });
    }
}

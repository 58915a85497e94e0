package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.live.ChangeLog;

/** Ends formations and tells so, as part of the current transaction. */
@ApplicationScoped
class Endings {

    private final Clock clock;
    private final Events events;
    private final ChangeLog log;

    Endings(Clock clock, Events events, ChangeLog log) {
        this.clock = clock;
        this.events = events;
        this.log = log;
    }

    /** Ends those that were left running by a process that is no more. */
    @Transactional
    void failSilent() {
        failSilentSince(clock.instant().minus(Formation.SILENCE));
    }

    /** Ends all that are running: right only where no other process can be at work. */
    @Transactional
    void failRunning() {
        failSilentSince(clock.instant());
    }

    private void failSilentSince(Instant then) {
        Formation.failSilentSince(then, clock.instant()).forEach(id -> tell(id, FormationState.FAILED));
    }

    /** Ends a running one without groups. */
    @Transactional
    void fail(UUID id, String why) {
        if (Formation.fail(id, why, clock.instant())) {
            tell(id, FormationState.FAILED);
        }
    }

    /** Ends one that waits or is at work; false where it is finished already. */
    @Transactional
    boolean cancel(UUID id) {
        boolean cancelled = Formation.cancel(id, clock.instant());
        if (cancelled) {
            tell(id, FormationState.CANCELLED);
        }
        return cancelled;
    }

    /** Ends a running one well; false where it is no longer wanted. */
    @Transactional
    boolean succeed(UUID id, Formation.Result result) {
        boolean wanted = Formation.succeed(id, result, clock.instant());
        if (wanted) {
            tell(id, FormationState.SUCCEEDED);
        }
        return wanted;
    }

    private void tell(UUID id, FormationState state) {
        events.tell(Fact.formationFinished(id, state));
        log.noteOther();
    }
}

package org.coterie.synonyms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.coterie.live.ChangeLog;
import org.coterie.live.Live;
import org.coterie.problem.LockPatience;
import org.coterie.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Looks again and again whether what is proposed is agreed by now: also who begins or ceases to hold a tag, or leaves, can tip
 * it, and what has faded. So many each second, one after the other, however many there are.
 */
@ApplicationScoped
class ProposalWatch {

    private static final Logger LOG = Logger.getLogger(ProposalWatch.class);

    private static final int SECONDS_BETWEEN_LOOKS = 1;
    private static final int AT_ONCE = 500;

    /** So long for one that somebody else changes right now. */
    private static final int LONGEST_WAIT_SECONDS = 2;

    private static final UUID START = new UUID(0, 0);

    private final Agreement agreement;
    private final Clock clock;
    private final Live live;
    private final ChangeLog log;
    private final LockPatience patience;
    private final MergeQueue queue;
    private final SynonymRepository repository;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "proposals");
        made.setDaemon(true);
        return made;
    });
    private UUID after = START;

    ProposalWatch(
            Agreement agreement,
            Clock clock,
            Live live,
            ChangeLog log,
            LockPatience patience,
            MergeQueue queue,
            SynonymRepository repository) {
        this.agreement = agreement;
        this.clock = clock;
        this.live = live;
        this.log = log;
        this.patience = patience;
        this.queue = queue;
        this.repository = repository;
    }

    void start(@Observes StartupEvent event) {
        var unused = thread.scheduleWithFixedDelay(
                this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
    }

    private void look() {
        try {
            List<Synonym> some =
                    QuarkusTransaction.requiringNew().call(() -> Synonym.openBeyond(after, clock.instant(), AT_ONCE));
            after = some.size() < AT_ONCE ? START : some.get(some.size() - 1).id;
            if (!some.isEmpty()) {
                live.catchUp();
                QuarkusTransaction.requiringNew()
                        .call(() -> agreement.agreed(some))
                        .forEach(synonym -> reach(synonym.id));
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("It could not be seen whether proposals are agreed; it is tried again in a second", e);
        }
    }

    private void reach(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                patience.atMost(LONGEST_WAIT_SECONDS);
                Synonym synonym = repository.locked(id);
                if (synonym.state == SynonymState.PROPOSED) {
                    agreement.reach(synonym);
                    log.noteOther();
                }
            });
            queue.nudge();
        } catch (Problem gone) {
            LOG.infof("What is proposed in %s is over: %s", id, gone.getMessage());
            QuarkusTransaction.requiringNew().run(() -> {
                Synonym.endProposed(id);
                log.noteOther();
            });
        } catch (RuntimeException busy) {
            // those that come after it are no worse off
            LOG.warnf(busy, "What is proposed in %s could not be brought about; it is tried again in a second", id);
        }
    }
}

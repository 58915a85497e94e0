package org.coterie.synonyms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.coterie.live.ChangeLog;
import org.coterie.tags.TagMoves;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves what has been decided, one after the other over all replicas, in the order of the decisions. The rows are the queue:
 * what a process that is no more has left is taken up by whoever looks next, and nothing is lost by it.
 */
@ApplicationScoped
class MergeQueue {

    private static final Logger LOG = Logger.getLogger(MergeQueue.class);

    private static final int SECONDS_BETWEEN_LOOKS = 1;
    private static final int FAREWELL_SECONDS = 3;

    /** Whoever is at work says so with each step; after this silence they are taken for dead. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);
    private static final int FORGOTTEN_AT_ONCE = 20;

    private final Clock clock;
    private final MergeJob job;
    private final ChangeLog log;
    private final TagMoves moves;
    private final boolean embedded;
    private final UUID worker = UUID.randomUUID();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "synonyms");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean stopping;
    private volatile long failing;
    private @Nullable Instant cleaned;

    MergeQueue(
            Clock clock,
            MergeJob job,
            ChangeLog log,
            TagMoves moves,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String database) {
        this.clock = clock;
        this.job = job;
        this.log = log;
        this.moves = moves;
        this.embedded = database.equals("h2");
    }

    void start(@Observes StartupEvent event) {
        var unused = thread.scheduleWithFixedDelay(
                this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
            LOG.info("Tags that are becoming one go on to do so with the next start");
        }
    }

    void proposed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SynonymProposed synonym) {
        nudge();
    }

    /** Something has been decided. */
    void nudge() {
        if (!stopping) {
            thread.execute(this::look);
        }
    }

    private void look() {
        try {
            for (var next = claim(); next.isPresent() && !stopping; next = claim()) {
                move(next.get());
            }
            cleanUp();
        } catch (RuntimeException | Error e) {
            LOG.warn("It could not be seen which tags are to become one; it is tried again in a second", e);
        }
    }

    private void move(Synonym next) {
        try {
            job.run(next, worker, () -> stopping);
        } catch (CancellationException e) {
            LOG.infof("Two tags are not one altogether yet: %s", e.getMessage());
        } catch (RuntimeException | Error e) {
            QuarkusTransaction.requiringNew().run(() -> {
                Synonym synonym = Synonym.findById(next.id, LockModeType.PESSIMISTIC_WRITE);
                if (worker.equals(synonym.worker)) {
                    synonym.fail(clock.instant());
                    LOG.warnf(
                            e,
                            "%s of synonym %s has failed, %d in a row; it is tried again at %s, and others go on",
                            synonym.state,
                            synonym.id,
                            synonym.failures,
                            synonym.retryAt);
                }
            });
        }
    }

    /** How many could not be done the last time that it was tried, when it was last looked. */
    long failing() {
        return failing;
    }

    /** What is next, unless another process is at it. */
    private Optional<Synonym> claim() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            failing = Synonym.failing();
            Optional<Synonym> next =
                    isFree(now) ? Synonym.next(now).filter(synonym -> mayGoOn(synonym, now)) : Optional.empty();
            if (next.isEmpty() || !isClaimed(next.get(), now)) {
                return Optional.empty();
            }
            return next;
        });
    }

    /** Groups that are being formed right now are formed to the end first, unless that takes very long. */
    private boolean mayGoOn(Synonym synonym, Instant now) {
        return synonym.queuedAt == null
                || synonym.queuedAt.plus(TagMoves.LONGEST_WAIT).isBefore(now)
                || !moves.isInTheWay();
    }

    private boolean isFree(Instant now) {
        return embedded || !Synonym.anyAtWork(worker, now.minus(SILENCE));
    }

    /** Of several that see it at the same time one gets it. */
    private boolean isClaimed(Synonym synonym, Instant now) {
        SynonymState state = synonym.state == SynonymState.AGREED ? SynonymState.MERGING : synonym.state;
        boolean ours = Synonym.update(
                        "worker = ?1, heartbeatAt = ?2, state = ?3 where id = ?4 and state = ?5"
                                + " and (worker is null or worker = ?6)",
                        worker,
                        now,
                        state,
                        synonym.id,
                        synonym.state,
                        synonym.worker == null ? worker : synonym.worker)
                > 0;
        if (ours) {
            log.noteOther();
            Synonym.getEntityManager().refresh(synonym);
        }
        return ours;
    }

    private void cleanUp() {
        Instant now = clock.instant();
        if (cleaned == null || !cleaned.plus(BETWEEN_CLEANINGS).isAfter(now)) {
            forgetWhatIsSettled(now);
            cleaned = now;
        }
    }

    /** Ends what nobody has agreed on, and forgets what was before what cannot be undone any more. */
    void forgetWhatIsSettled(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            Synonym.expire(now);
            for (Synonym synonym : Synonym.settled(now, FORGOTTEN_AT_ONCE)) {
                moves.forget(synonym.id);
                synonym.undoUntil = null;
                log.noteOther();
            }
        });
    }
}

package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.coterie.live.ChangeLog;
import org.coterie.problem.BriefWork;
import org.coterie.tags.TagMoves;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs formations one at a time over all replicas, in the order they were asked for. The rows are the queue: a formation
 * that waits is found by whichever replica is free, and one whose replica has died is ended by whoever looks next.
 *
 * <p>Two threads of its own: no request waits for a formation, and a stopping server waits for none either.
 */
@ApplicationScoped
class FormationQueue {

    private static final Logger LOG = Logger.getLogger(FormationQueue.class);

    private static final int BEAT_SECONDS = 1;
    private static final int FAREWELL_SECONDS = 3;

    private final FormationJob job;
    private final ThirdPerson thirdPerson;
    private final Turn turn;
    private final TagMoves moves;
    private final Clock clock;
    private final Endings endings;
    private final ChangeLog log;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(daemon("formation"));
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(daemon("formation-heartbeat"));

    private volatile @Nullable Run current;
    private volatile boolean somebodyWaits = true;
    private volatile boolean stopping;

    FormationQueue(
            FormationJob job,
            ThirdPerson thirdPerson,
            Turn turn,
            TagMoves moves,
            Clock clock,
            Endings endings,
            ChangeLog log) {
        this.job = job;
        this.thirdPerson = thirdPerson;
        this.turn = turn;
        this.moves = moves;
        this.clock = clock;
        this.endings = endings;
        this.log = log;
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    void start(@Observes StartupEvent event) {
        recover();
        var unused = heart.scheduleWithFixedDelay(() -> BriefWork.run(this::beat), 0, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends what a process that is no more has left running. */
    void recover() {
        boolean alone = turn.isOursAlone();
        QuarkusTransaction.requiringNew().run(() -> {
            if (alone) {
                endings.failRunning();
            } else {
                endings.failSilent();
            }
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        heart.shutdown();
        worker.shutdown();
        Run run = current;
        if (run != null) {
            run.stop();
            worker.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
        }
    }

    void joined(@Observes(during = TransactionPhase.AFTER_SUCCESS) FormationWaiting formation) {
        nudge();
    }

    /** Somebody has joined the queue. */
    void nudge() {
        somebodyWaits = true;
        if (!stopping) {
            worker.execute(this::work);
        }
    }

    /** Ends a formation that waits or is at work; the one at work stops at once, or within a second on another replica. */
    boolean cancel(UUID id) {
        boolean cancelled = QuarkusTransaction.requiringNew().call(() -> endings.cancel(id));
        Run run = current;
        if (cancelled && run != null && run.id().equals(id)) {
            run.stop();
        }
        return cancelled;
    }

    private void beat() {
        try {
            Run run = current;
            if (run != null) {
                boolean wanted = QuarkusTransaction.requiringNew().call(() -> {
                    log.noteOther();
                    return Formation.beat(run.id(), run.progress(), clock.instant());
                });
                if (!wanted) {
                    run.stop();
                }
            } else if (somebodyWaits) {
                nudge();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("The heartbeat of formations failed; it is tried again in a second", e);
        }
    }

    private void work() {
        try {
            for (var run = claim(); run.isPresent() && !stopping; run = claim()) {
                current = run.get();
                try {
                    perform(run.get());
                } finally {
                    current = null;
                }
                thirdPerson.catchUp();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("The queue of formations could not be read; it is tried again in a second", e);
        }
    }

    /** The next formation, if it is its turn; it is at work from then on. */
    private Optional<Run> claim() {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!turn.takeIfFree(Turn.Right.FORM)) {
                return Optional.empty();
            }
            if (moves.isAtWork()) {
                return Optional.empty(); // and is asked again in a second
            }
            endings.failSilent();
            var next = Formation.next();
            somebodyWaits = next.isPresent();
            if (next.isEmpty() || Formation.anyRunning()) {
                return Optional.empty();
            }
            next.get().begin(clock.instant());
            log.noteOther();
            return next.map(Run::new);
        });
    }

    private void perform(Run run) {
        try {
            job.run(run);
        } catch (CancellationException e) {
            LOG.infof("Formation %s was stopped", run.id());
            // where the operator cancelled it, the row says so already
            end(() -> endings.fail(run.id(), Formation.INTERRUPTED));
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Formation %s failed", run.id());
            end(() -> endings.fail(run.id(), reasonOf(e)));
        }
    }

    private static String reasonOf(Throwable failure) {
        return failure instanceof OutOfMemoryError ? "formation-failed.memory" : "formation-failed";
    }

    private static void end(Runnable ending) {
        try {
            QuarkusTransaction.requiringNew().run(ending);
        } catch (RuntimeException e) {
            LOG.error("How a formation ended could not be written; it will count as failed", e);
        }
    }
}

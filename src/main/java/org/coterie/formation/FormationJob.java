package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.coterie.groups.Invitations;
import org.coterie.groups.Proposals;
import org.coterie.live.ChangeLog;
import org.coterie.matching.Matching;
import org.coterie.matching.Outcome;
import org.jboss.logging.Logger;

/** The work of one formation: reads everybody, finds groups, stores all of it in one transaction or nothing. */
@ApplicationScoped
class FormationJob {

    private static final Logger LOG = Logger.getLogger(FormationJob.class);

    private static final double LOADED = 0.2;
    private static final double MATCHED = 0.7;

    private static final int STORING_SECONDS = 1_800;
    private static final int TURN_SECONDS = 60;
    private static final int MOST_ATTEMPTS = 3;

    /** Classes of SQL states: a constraint was violated, a transaction was rolled back for another's sake. */
    private static final Set<String> LOST_RACES = Set.of("23", "40");

    private final Registry registry;
    private final Invitations invitations;
    private final Proposals proposals;
    private final Turn turn;
    private final Meanwhile meanwhile;
    private final Endings endings;

    FormationJob(
            Registry registry,
            Invitations invitations,
            Proposals proposals,
            Turn turn,
            Meanwhile meanwhile,
            Endings endings) {
        this.registry = registry;
        this.invitations = invitations;
        this.proposals = proposals;
        this.meanwhile = meanwhile;
        this.turn = turn;
        this.endings = endings;
    }

    /**
     * Does it all, and says in the row how it went.
     *
     * @throws CancellationException if it was stopped
     */
    void run(Run run) {
        long begin = System.nanoTime();
        Census census = registry.takeCensus(run.rules().groupsPerPerson(), run.manner());
        run.reached(LOADED);
        long loaded = System.nanoTime();
        Outcome outcome = match(run, census);
        long matched = System.nanoTime();
        if (run.isDry()) {
            end(
                    run,
                    new Formation.Result(
                            census.people(),
                            outcome.placed(),
                            (int) proposals(census, outcome).count(),
                            (int) proposals(census, outcome)
                                    .filter(group -> outcome.origin(group) >= 0)
                                    .count(),
                            MovedPlaces.of(outcome),
                            outcome.seatsMetAgain(),
                            millis(loaded - begin),
                            millis(matched - loaded),
                            null,
                            outcome.quality()));
        } else {
            store(run, census, outcome, millis(loaded - begin), millis(matched - loaded));
        }
    }

    /** The groups of an outcome that nobody has said yes to before. */
    private static IntStream proposals(Census census, Outcome outcome) {
        return IntStream.range(0, outcome.groups())
                .filter(group -> outcome.origin(group) < 0 || !census.isAnswered(outcome.origin(group)));
    }

    /** Finds the groups; nothing is written. */
    static Outcome match(Run run, Census census) {
        return run.interruptibly(() -> Matching.form(
                census.population(), run.rules(), share -> run.reached(LOADED + (MATCHED - LOADED) * share)));
    }

    private void store(Run run, Census census, Outcome outcome, long loadMillis, long matchMillis) {
        for (int attempt = 1; ; attempt++) {
            try {
                long begin = System.nanoTime();
                ChangeLog.Moment begun = meanwhile.begin();
                QuarkusTransaction.requiringNew().timeout(STORING_SECONDS).run(() -> {
                    turn.take(Turn.Right.FORM, TURN_SECONDS);
                    run.goOn();
                    Draft draft = propose(run, census, outcome);
                    end(
                            run,
                            new Formation.Result(
                                    census.people(),
                                    draft.placed(),
                                    draft.groups(),
                                    draft.kept(),
                                    MovedPlaces.of(outcome),
                                    draft.metAgain(),
                                    loadMillis,
                                    matchMillis,
                                    millis(System.nanoTime() - begin),
                                    outcome.quality()));
                });
                meanwhile.settle(begun);
                return;
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS || !isLostRace(e)) {
                    throw e;
                }
                LOG.warnf(e, "Formation %s could not be stored, trying again", run.id());
            }
        }
    }

    /** Whether somebody left between the second look and the insert, or held a lock too long. */
    private static boolean isLostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Turn.Taken
                    || (cause instanceof SQLException sql
                            && LOST_RACES.contains(
                                    String.valueOf(sql.getSQLState()).substring(0, 2)))) {
                return true;
            }
        }
        return false;
    }

    private Draft propose(Run run, Census census, Outcome outcome) {
        invitations.endLost(census.groupsWithVainInvitations());
        var draft = new Draft(census, outcome, run.rules(), registry.lookAgain(census, outcome));
        run.reached(MATCHED);
        proposals.carryOn(
                draft.continuations().peek(each -> run.goOn()),
                run.id(),
                run.rules().minSize(),
                run.rules().maxSize());
        proposals.withdrawUnanswered(run.id());
        double step = (1 - MATCHED) / Math.max(1, draft.groups());
        proposals.propose(draft.proposals(run.id()).peek(proposal -> {
            run.goOn();
            run.reached(Math.min(1, run.progress() + step));
        }));
        registry.leftOut().replace(draft.leftOut());
        return draft;
    }

    private void end(Run run, Formation.Result result) {
        if (!endings.succeed(run.id(), result)) {
            throw new CancellationException("the formation was ended while it ran");
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}

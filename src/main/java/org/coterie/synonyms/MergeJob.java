package org.coterie.synonyms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.coterie.interests.InterestIntake;
import org.coterie.interests.Interests;
import org.coterie.live.ChangeLog;
import org.coterie.people.People;
import org.coterie.problem.Problem;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;
import org.coterie.tags.TagMoves;
import org.jboss.logging.Logger;

/**
 * Moves all that is under one tag to another, or back: groups first, then people, some at a time, each wholly in one
 * transaction. What is done is done, whenever it breaks off; begun once more, it finds what is left.
 */
@ApplicationScoped
class MergeJob {

    private static final Logger LOG = Logger.getLogger(MergeJob.class);

    private static final int PEOPLE_AT_ONCE = 100;
    private static final UUID START = new UUID(0, 0);

    /** Before the last people are counted. */
    private static final double NEARLY = 0.95;

    /** As many are looked at one by one, as if each had said it themselves. */
    private static final int FEW = 100;

    /** So often it is looked for what others have written meanwhile. */
    private static final int MOST_ROUNDS = 5;

    private final Clock clock;
    private final InterestIntake intake;
    private final Interests interests;
    private final ChangeLog log;
    private final TagMoves moves;
    private final People people;

    MergeJob(Clock clock, InterestIntake intake, Interests interests, ChangeLog log, TagMoves moves, People people) {
        this.clock = clock;
        this.intake = intake;
        this.interests = interests;
        this.log = log;
        this.moves = moves;
        this.people = people;
    }

    /**
     * Does it all, and says in the row how far it is.
     *
     * @param worker the process that does it
     * @throws CancellationException where this process stops, or another has taken over
     */
    void run(Synonym synonym, UUID worker, BooleanSupplier stopping) {
        var run = new Run(synonym, worker, stopping);
        run.everything();
        QuarkusTransaction.requiringNew().run(() -> finish(synonym.id, synonym.state, worker));
        if (synonym.state.isMoving()) {
            // people of both names may be enough for a group by now, or no longer suit one that they are invited to
            intake.tell(run.few, true);
        }
    }

    private void finish(UUID id, SynonymState state, UUID worker) {
        if (!Synonym.beat(id, state, worker, 1, clock.instant())) {
            throw new CancellationException("it is to be undone, or another process has taken over");
        }
        Synonym synonym = Synonym.findById(id);
        switch (synonym.state) {
            case AGREED, MERGING -> {
                synonym.state = SynonymState.MERGED;
                moves.moved(id);
            }
            case MERGED -> {
                synonym.lookAgainAt = null;
                moves.end(id);
            }
            case UNDOING -> {
                synonym.state = SynonymState.UNDONE;
                moves.end(id);
                moves.forget(id);
            }
            case PROPOSED, UNDONE, DECLINED, EXPIRED -> throw new IllegalStateException("There is nothing to move.");
        }
        log.noteOther();
        synonym.queuedAt = null;
        synonym.worker = null;
        synonym.failures = 0;
        synonym.retryAt = null;
    }

    /** One pass of the work. */
    private final class Run {

        private final UUID id;
        private final SynonymState state;
        private final UUID worker;
        private final TagMove move;
        private final BooleanSupplier stopping;
        private final double all;
        private final boolean oncemore;
        private final Set<UUID> few = new LinkedHashSet<>();
        private long moved;

        Run(Synonym synonym, UUID worker, BooleanSupplier stopping) {
            this.id = synonym.id;
            this.state = synonym.state;
            this.worker = worker;
            this.move = synonym.move();
            this.stopping = stopping;
            this.oncemore = !synonym.state.isMoving();
            Map<UUID, Long> holders = interests.holders(List.of(move.from(), move.to()));
            this.all = Math.max(1, holders.getOrDefault(move.back() ? move.to() : move.from(), 0L));
        }

        void everything() {
            long before = -1;
            for (int round = 0; before < moved; round++) {
                if (round == MOST_ROUNDS) {
                    LOG.warnf("Others keep writing under tag %s; it is looked at once more later", move.from());
                    return;
                }
                before = moved;
                for (TagMover mover : moves.movers()) {
                    groups(mover);
                }
                for (TagMover mover : moves.movers()) {
                    people(mover);
                }
            }
        }

        private void groups(TagMover mover) {
            boolean more = true;
            while (more) {
                more = step(() -> mover.moveSome(move));
            }
        }

        private void people(TagMover mover) {
            UUID after = START;
            while (true) {
                UUID from = after;
                List<UUID> some =
                        QuarkusTransaction.requiringNew().call(() -> mover.people(move, from, PEOPLE_AT_ONCE));
                if (some.isEmpty()) {
                    return;
                }
                List<UUID> busy = new ArrayList<>(some);
                step(() -> {
                    List<UUID> held = people.holdStillWhereFree(some);
                    moves.movePeople(move, held);
                    busy.removeAll(held);
                    return true;
                });
                busy.forEach(this::person);
                moved += some.size();
                some.stream().limit(Math.max(0, FEW - few.size())).forEach(few::add);
                after = some.get(some.size() - 1);
            }
        }

        /** Waits for whoever changes something of theirs right now. */
        private void person(UUID personId) {
            try {
                step(() -> {
                    people.holdStill(personId);
                    moves.movePeople(move, List.of(personId));
                    return true;
                });
            } catch (Problem left) {
                LOG.debugf(left, "Somebody has left meanwhile, and took along what was theirs");
            }
        }

        private boolean step(BooleanSupplier work) {
            if (stopping.getAsBoolean()) {
                throw new CancellationException("the server stops");
            }
            return QuarkusTransaction.requiringNew().call(() -> {
                boolean more = work.getAsBoolean();
                log.noteOther();
                double progress = oncemore ? 1 : Math.min(NEARLY, moved / all);
                if (!Synonym.beat(id, state, worker, progress, clock.instant())) {
                    throw new CancellationException("it is to be undone, or another process has taken over");
                }
                return more;
            });
        }
    }
}

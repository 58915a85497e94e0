package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.coterie.freshness.Precondition;
import org.coterie.live.ChangeLog;
import org.coterie.matching.FormationRules;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.problem.Checks;
import org.coterie.problem.Problem;

/** Formations over everybody: asked for, followed, ended. */
@ApplicationScoped
public class Formations {

    private static final int MOST_WAITING = 20;
    private static final int QUEUE_SECONDS = 10;
    private static final long FIRST_SEED = 1;

    private final Endings endings;
    private final ChangeLog log;
    private final FormationQueue queue;
    private final Event<FormationWaiting> waiting;
    private final FormationConfig config;
    private final MatchingConfig meaning;
    private final Precondition precondition;
    private final Turn turn;
    private final Clock clock;
    private final Checks checks;

    Formations(
            Endings endings,
            ChangeLog log,
            FormationQueue queue,
            Event<FormationWaiting> waiting,
            FormationConfig config,
            MatchingConfig meaning,
            Precondition precondition,
            Turn turn,
            Clock clock,
            Checks checks) {
        this.endings = endings;
        this.log = log;
        this.queue = queue;
        this.waiting = waiting;
        this.config = config;
        this.meaning = meaning;
        this.precondition = precondition;
        this.turn = turn;
        this.clock = clock;
        this.checks = checks;
    }

    /**
     * Puts a formation into the queue; it begins as soon as no other is at work.
     *
     * @throws Problem INVALID where the sizes contradict each other, CONFLICT where too many wait already
     */
    public FormationView request(NewFormation wanted) {
        FormationRules rules = rulesOf(wanted);
        var manner = new Manner(
                Objects.requireNonNullElse(wanted.keepProposals(), false),
                Objects.requireNonNullElse(wanted.leftOutFirst(), false),
                Objects.requireNonNullElse(wanted.newCompany(), false),
                Objects.requireNonNullElse(wanted.nearTags(), meaning.meaning()));
        boolean dryRun = Objects.requireNonNullElse(wanted.dryRun(), false);
        return QuarkusTransaction.joiningExisting().call(() -> {
            turn.take(Turn.Right.QUEUE, QUEUE_SECONDS);
            if (Formation.waiting() >= MOST_WAITING) {
                throw new Problem(Problem.Kind.CONFLICT, "too-many-formations", Map.of("most", MOST_WAITING));
            }
            var queued = new Formation(rules, manner, dryRun, clock.instant());
            queued.persist();
            log.noteOther();
            waiting.fire(new FormationWaiting(queued.id));
            return FormationView.of(queued);
        });
    }

    private FormationRules rulesOf(NewFormation wanted) {
        int min = wanted.minSize() != null
                ? wanted.minSize()
                : Math.min(config.minSize(), Objects.requireNonNullElse(wanted.maxSize(), config.minSize()));
        int max = wanted.maxSize() != null ? wanted.maxSize() : Math.max(config.maxSize(), min);
        var findings = checks.of(wanted);
        if (max < min) {
            findings.add("/maxSize", "out-of-range.least", Map.of("least", min));
        }
        findings.expectNone();
        return new FormationRules(
                min,
                max,
                Objects.requireNonNullElse(wanted.groupsPerPerson(), config.groupsPerPerson()),
                Objects.requireNonNullElse(wanted.seed(), FIRST_SEED),
                Objects.requireNonNullElse(wanted.commonHours(), config.commonHours()));
    }

    /**
     * Looks a formation up.
     *
     * @throws Problem UNKNOWN where none has this id
     */
    public FormationView find(UUID id) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            endings.failSilent();
            return Formation.withId(id)
                    .map(FormationView::of)
                    .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-formation", Map.of("id", id)));
        });
    }

    /** All formations, newest first. */
    Page<FormationView> list(PageRequest page) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            endings.failSilent();
            var rows = Formation.before(page.afterId().orElse(null), page.limit() + 1);
            return Page.of(rows, page.limit(), formation -> formation.id.toString())
                    .map(FormationView::of);
        });
    }

    /**
     * Ends a formation that waits or is at work; none of its groups is stored.
     *
     * @throws Problem UNKNOWN where none has this id, CONFLICT where it is finished already, STALE where the
     *     caller has read something else
     */
    FormationView cancel(UUID id) {
        precondition.expectRead(() -> find(id));
        boolean cancelled = queue.cancel(id);
        FormationView formation = find(id);
        if (!cancelled && formation.state() != FormationState.CANCELLED) {
            throw new Problem(Problem.Kind.CONFLICT, "formation-finished", Map.of("state", formation.state()));
        }
        return formation;
    }
}

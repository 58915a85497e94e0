package org.coterie.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.coterie.accounts.Accounts;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.problem.LockPatience;
import org.coterie.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Joining, and leaving with everything that is one's own. */
@ApplicationScoped
class ComingAndGoing {

    private static final int SECONDS_TO_LEAVE = 5;

    private final Accounts accounts;
    private final Caller caller;
    private final Clock clock;
    private final EntityManager entities;
    private final Event<PersonLeaving> leaving;
    private final ChangeLog log;
    private final LockPatience patience;
    private final Precondition precondition;

    ComingAndGoing(
            Accounts accounts,
            Caller caller,
            Clock clock,
            EntityManager entities,
            Event<PersonLeaving> leaving,
            ChangeLog log,
            LockPatience patience,
            Precondition precondition) {
        this.accounts = accounts;
        this.caller = caller;
        this.clock = clock;
        this.entities = entities;
        this.leaving = leaving;
        this.log = log;
        this.patience = patience;
        this.precondition = precondition;
    }

    /**
     * Lets somebody in.
     *
     * @throws Problem CONFLICT where the handle is taken, in whatever case, or reserved
     */
    @Transactional
    Joined join(NewPerson applicant) {
        accounts.expectNewcomer();
        if (ReservedHandles.include(applicant.handle())) {
            throw new Problem(Problem.Kind.CONFLICT, "handle-taken.reserved", Map.of("handle", applicant.handle()));
        }
        var person = new Person(applicant, clock.instant());
        try {
            person.persistAndFlush();
        } catch (PersistenceException e) {
            throw isTaken(e) ? taken(applicant) : e;
        }
        log.note(Topic.PEOPLE, person.id);
        return new Joined(MeView.of(person), accounts.admit(person.id).orElse(null));
    }

    private static Problem taken(NewPerson applicant) {
        return new Problem(Problem.Kind.CONFLICT, "handle-taken", Map.of("handle", applicant.handle()));
    }

    private static boolean isTaken(PersistenceException e) {
        return e instanceof ConstraintViolationException violated && violated.getKind() == ConstraintKind.UNIQUE;
    }

    /** Deletes the person who asks, and with them everything that is theirs. */
    @Transactional
    void leave() {
        UUID id = caller.personId();
        holdToDelete(id);
        precondition.expectRead(() -> MeView.of(Person.known(id)));
        leaving.fire(new PersonLeaving(id));
        accounts.forgetAnswers(id);
        log.note(Topic.PEOPLE, id);
        Person.deleteById(id);
    }

    /** Whoever is just giving this person a place finishes first, or finds them gone; for very long nobody waits. */
    private void holdToDelete(UUID id) {
        try {
            patience.atMost(SECONDS_TO_LEAVE);
            entities.createNativeQuery("select id from person where id = :id for update", UUID.class)
                    .setParameter("id", id)
                    .getResultList();
        } catch (LockTimeoutException | PessimisticLockException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "being-placed");
        }
    }
}

package org.coterie.safety;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coterie.accounts.Caller;
import org.coterie.people.People;
import org.coterie.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** What somebody says of somebody else; once is enough. */
@ApplicationScoped
class Said {

    private final Caller caller;
    private final People people;

    Said(Caller caller, People people) {
        this.caller = caller;
        this.people = people;
    }

    /**
     * How that which the person who asks has said is read.
     *
     * @throws Problem UNKNOWN where they have not said it
     */
    static <S, V> V expect(Optional<S> said, Function<S, V> view) {
        return said.map(view).orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "nothing-said"));
    }

    /**
     * Writes what the person who asks says of this one, in a transaction of its own, in which the former does not leave.
     *
     * @param writing takes who asks
     * @throws Problem UNKNOWN where nobody has this id, INVALID for oneself
     */
    void once(UUID personId, Consumer<UUID> writing) {
        UUID me = caller.personId();
        if (me.equals(personId)) {
            throw new Problem(Problem.Kind.INVALID, "own-id");
        }
        people.find(personId);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                people.holdStill(me);
                writing.accept(me);
            });
        } catch (PersistenceException e) {
            // the same request at the same moment was first, which is as good
            if (!(e instanceof ConstraintViolationException violated && violated.getKind() == ConstraintKind.UNIQUE)) {
                throw e;
            }
        }
    }
}

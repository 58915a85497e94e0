package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.coterie.interests.InterestsChanged;
import org.coterie.people.People;
import org.coterie.people.PersonLeaving;

/**
 * Whoever leaves or changes their mind in the very seconds in which groups are stored cannot see the place they are being
 * given, nor can the storing see that they go: H2 does not make the two wait for each other. So it is made good
 * afterwards.
 */
@ApplicationScoped
class Meanwhile {

    private final People people;
    private final Reasons reasons;
    private final Event<PersonLeaving> leaving;
    private final Set<UUID> left = ConcurrentHashMap.newKeySet();
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private volatile boolean watching;

    Meanwhile(People people, Reasons reasons, Event<PersonLeaving> leaving) {
        this.people = people;
        this.reasons = reasons;
        this.leaving = leaving;
    }

    void leaving(@Observes PersonLeaving person) {
        if (watching) {
            left.add(person.personId());
        }
    }

    void interestsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) InterestsChanged change) {
        if (watching) {
            changed.add(change.personId());
        }
    }

    /** From now on it is noted who acts. */
    void watch() {
        left.clear();
        changed.clear();
        watching = true;
    }

    /** Makes good, after everything is stored. */
    void settle() {
        letGo(left);
        changed.forEach(person -> QuarkusTransaction.requiringNew().run(() -> reasons.revise(person)));
        watching = false;
    }

    /** Opens the places of those among these who are not here any more. */
    void letGo(Collection<UUID> seated) {
        if (seated.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Set<UUID> gone = new HashSet<>(seated);
            gone.removeAll(people.findAll(List.copyOf(gone)).keySet());
            gone.forEach(person -> leaving.fire(new PersonLeaving(person)));
        });
    }
}

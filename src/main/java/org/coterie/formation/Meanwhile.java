package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coterie.groups.Invitations;
import org.coterie.groups.Roster;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.people.People;
import org.coterie.people.PersonLeaving;
import org.coterie.safety.CompanyChanged;
import org.jboss.logging.Logger;

/**
 * Whoever leaves or says something else in the very seconds in which groups are stored cannot see the place they are being
 * given, nor can the storing see what they do: the two do not wait for each other. So it is made good afterwards, by the
 * database's own record of who changed, in whichever process.
 */
@ApplicationScoped
class Meanwhile {

    private static final Logger LOG = Logger.getLogger(Meanwhile.class);

    private final ChangeLog log;
    private final Invitations invitations;
    private final Event<PersonLeaving> leaving;
    private final People people;
    private final Reasons reasons;
    private final Roster roster;

    Meanwhile(
            ChangeLog log,
            Invitations invitations,
            Event<PersonLeaving> leaving,
            People people,
            Reasons reasons,
            Roster roster) {
        this.log = log;
        this.invitations = invitations;
        this.leaving = leaving;
        this.people = people;
        this.reasons = reasons;
        this.roster = roster;
    }

    /** Whom somebody meets, or comes with, is read where it is asked for, but it is a change like any other. */
    void companyChanged(@Observes CompanyChanged change) {
        log.noteAll(Topic.PEOPLE, change.people());
    }

    /** Where the record of changes is before groups are stored. */
    ChangeLog.Moment begin() {
        return QuarkusTransaction.requiringNew().call(log::now);
    }

    /** Makes good what has changed since, after everything is stored. */
    void settle(ChangeLog.Moment begun) {
        Set<UUID> seated = QuarkusTransaction.requiringNew()
                .call(() -> roster.seated(log.since(begun, Topic.PEOPLE, Topic.INTERESTS)));
        letGo(seated);
        for (UUID person : seated) {
            try {
                QuarkusTransaction.requiringNew().run(() -> reasons.revise(person));
                invitations.review(person);
            } catch (RuntimeException e) {
                // what others changed is made good all the same
                LOG.warnf(e, "What %s changed while groups were stored could not be made good", person);
            }
        }
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

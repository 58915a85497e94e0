package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.UUID;
import org.coterie.groups.Invitations;
import org.coterie.groups.PlacesLost;
import org.coterie.groups.ProposalTooSmall;
import org.coterie.interests.InterestsChanged;
import org.coterie.interests.InterestsTaken;
import org.coterie.people.PersonChanged;
import org.coterie.safety.CompanyChanged;
import org.jboss.logging.Logger;

/**
 * What follows when somebody says something new, of themselves or of others: invitations end that cannot be accepted any
 * more, and they may complete a group; and when somebody says no, or has no place any more: another may complete it, and they
 * themselves another.
 *
 * <p>It happens right after the transaction in which they said so, before they get their answer, and never fails it; and
 * after an import: groups are completed by one of a few people only.
 */
@ApplicationScoped
class Consequences {

    private static final Logger LOG = Logger.getLogger(Consequences.class);

    private final Invitations invitations;
    private final ThirdPerson thirdPerson;

    Consequences(Invitations invitations, ThirdPerson thirdPerson) {
        this.invitations = invitations;
        this.thirdPerson = thirdPerson;
    }

    void interestsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) InterestsChanged change) {
        follow(change.personId());
    }

    void interestsTaken(@Observes InterestsTaken taken) {
        List<ProposalTooSmall> tooSmall = taken.people().stream()
                .flatMap(person -> review(person).stream())
                .toList();
        if (taken.few()) {
            tooSmall.forEach(thirdPerson::isWanted);
            taken.people().forEach(thirdPerson::appeared);
        }
    }

    void personChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PersonChanged change) {
        follow(change.personId());
    }

    void companyChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CompanyChanged change) {
        change.people().forEach(this::follow);
    }

    void proposalTooSmall(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProposalTooSmall proposal) {
        thirdPerson.isWanted(proposal);
    }

    void placesLost(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlacesLost lost) {
        lost.people().forEach(thirdPerson::appeared);
    }

    /** Looks what follows for somebody by now. */
    void follow(UUID personId) {
        review(personId).forEach(thirdPerson::isWanted);
        thirdPerson.appeared(personId);
    }

    private List<ProposalTooSmall> review(UUID personId) {
        try {
            return invitations.review(personId);
        } catch (RuntimeException e) {
            // whoever tries to accept one of them ends it
            LOG.warnf(e, "Invitations around somebody could not be reviewed");
            return List.of();
        }
    }
}

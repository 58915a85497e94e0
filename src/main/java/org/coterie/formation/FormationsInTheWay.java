package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.coterie.tags.TagMover;

/** Keeps nothing under tags, but has read everybody's: what moved meanwhile would be lost to the groups that it finds. */
@ApplicationScoped
class FormationsInTheWay implements TagMover {

    private final Clock clock;

    FormationsInTheWay(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isReady() {
        return !QuarkusTransaction.joiningExisting().call(() -> Formation.anyChangingGroups(clock.instant()));
    }

    @Override
    public void forget(UUID moveId) {
        // nothing is kept
    }
}

package org.coterie.safety;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.coterie.events.Silence;

/** Whoever has blocked somebody, and whoever is blocked, hears nothing of the other. */
@ApplicationScoped
class BlockedSilence implements Silence {

    private final Safety safety;

    BlockedSilence(Safety safety) {
        this.safety = safety;
    }

    @Override
    public Set<UUID> around(UUID personId) {
        return safety.blockedFrom(personId);
    }
}

package org.coterie.safety;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.coterie.events.Silence;

/**
 * Whoever has blocked somebody hears nothing of them. The other is told as before what they see in their groups all the
 * same: what fell silent would give the block away.
 */
@ApplicationScoped
class BlockedSilence implements Silence {

    private final Blocks blocks;

    BlockedSilence(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public Set<UUID> around(UUID personId) {
        return blocks.blockedBy(personId);
    }
}

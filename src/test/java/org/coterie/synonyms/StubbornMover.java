package org.coterie.synonyms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;

/** A room that cannot move what is under some tags, until it is told that it can. */
@ApplicationScoped
class StubbornMover implements TagMover {

    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();

    void refuse(UUID from) {
        refused.add(from);
    }

    void giveIn(UUID from) {
        refused.remove(from);
    }

    @Override
    public boolean moveSome(TagMove move) {
        if (!move.back() && refused.contains(move.from())) {
            throw new IllegalStateException("This is not moved.");
        }
        return false;
    }

    @Override
    public void forget(UUID moveId) {
        // nothing is kept
    }
}

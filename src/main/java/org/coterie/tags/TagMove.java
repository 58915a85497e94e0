package org.coterie.tags;

import java.time.Instant;
import java.util.UUID;

/**
 * That two tags become one, or are two again.
 *
 * @param id names the move, also where it is undone
 * @param from the tag that gives way
 * @param to the tag that stays
 * @param mergedAt when their names became one
 * @param back whether it is undone: what has been moved goes back
 */
public record TagMove(UUID id, UUID from, UUID to, Instant mergedAt, boolean back) {

    /** The same move, undone. */
    public TagMove undone() {
        return new TagMove(id, from, to, mergedAt, true);
    }
}

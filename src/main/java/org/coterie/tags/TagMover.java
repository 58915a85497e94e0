package org.coterie.tags;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a room does where it keeps something under tags, when two of them become one or are two again: it moves its own rows
 * and keeps what was before, so that it can be undone. Doing it once more changes nothing.
 *
 * <p>Every room that stores the id of a tag has one, or more.
 */
public interface TagMover {

    /**
     * Some people of whom something is still to be moved, in the order of the database.
     *
     * @param after only those beyond this id
     */
    default List<UUID> people(TagMove move, UUID after, int limit) {
        return List.of();
    }

    /** Moves what is of these people, who are held still, as part of the current transaction. */
    default void movePeople(TagMove move, Collection<UUID> people) {}

    /**
     * Moves some of what is nobody's own, as part of the current transaction.
     *
     * @return whether there may be more
     */
    default boolean moveSome(TagMove move) {
        return false;
    }

    /** Whether this room can do with tags changing right now; it is not waited for long. */
    default boolean isReady() {
        return true;
    }

    /** Forgets what was before a move, as part of the current transaction: it cannot be undone any more. */
    void forget(UUID moveId);
}

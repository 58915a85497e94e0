package org.coterie.problem;

/** What only a room can see wrong with a body, found together with all else that is ({@link Checks}). */
public interface RoomRule {

    /**
     * Adds what is wrong, where this is a body that the room knows.
     *
     * @param body what else is wrong with it is found besides, so that anything in it may be missing
     */
    void check(Object body, Findings findings);
}

package org.coterie.interests;

import java.util.UUID;

/** Takes everything that matches right now, one by one; all of one person in a row. */
@FunctionalInterface
public interface HoldingSink {

    /**
     * One of them.
     *
     * @param strength its weight as it faded since the person's newest expression: a common age leaves no trace
     * @param matchOnly whether it is never counted, and shown to fellow holders only
     */
    void accept(UUID personId, UUID tagId, Stance stance, float strength, boolean matchOnly);
}

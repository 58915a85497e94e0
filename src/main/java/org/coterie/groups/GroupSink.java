package org.coterie.groups;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes all groups that are not over, as they stream by: first the groups, then their purposes, then their places. */
public interface GroupSink {

    /** Who has said yes to a group. */
    enum Consent {
        NOBODYS,

        /** Somebody's, and it takes more for it to come about. */
        SOME,
        ENOUGH
    }

    /**
     * There is this group.
     *
     * @param consent whose it has
     * @param fewest how many people it takes
     * @param places how many people may be in it; 0 where no others are to be asked
     * @param formationId which formation proposed it, if one did
     */
    void group(UUID groupId, Consent consent, int fewest, int places, @Nullable UUID formationId);

    /** Its purpose has this tag. */
    void tag(UUID groupId, UUID tagId);

    /**
     * This person is, or was, in it or invited to it.
     *
     * @param current whether they are; otherwise they declined or have left
     */
    void place(UUID groupId, UUID personId, boolean current);
}

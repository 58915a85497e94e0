package org.coterie.groups;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a group is in its life. */
@Schema(
        name = "GroupState",
        description =
                "`PROPOSED`: fewer than `minSize` have accepted yet. `ACTIVE`: it has come about. `QUIET`,"
                        + " `DORMANT`: nothing has happened for a while, a long while; no group is said to be so yet. `CLOSED`: it is over.")
public enum GroupState {
    /** Fewer than its smallest size have accepted yet. */
    PROPOSED,
    /** It has come about. */
    ACTIVE,
    /** Nothing has happened for a while. */
    QUIET,
    /** Nothing has happened for a long while. */
    DORMANT,
    /** It is over. */
    CLOSED;

    /** Whether others may be offered a place in it, if it has one. */
    boolean isOffered() {
        return switch (this) {
            case PROPOSED, ACTIVE, QUIET -> true;
            case DORMANT, CLOSED -> false;
        };
    }
}

package org.coterie.groups;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a group is over. */
@Schema(
        name = "ClosedBecause",
        description =
                "`EXPIRED`: nobody said yes to the proposal before it ended. `EMPTY`: everybody has left. `SOLVED`: it has done what"
                        + " it was for. `MERGED`, `SPLIT`: it goes on as another group, as two.")
public enum ClosedBecause {
    /** Nobody answered the proposal. */
    EXPIRED,
    /** Everybody has left. */
    EMPTY,
    /** It has done what it was for. */
    SOLVED,
    /** It goes on as part of another. */
    MERGED,
    /** It goes on as two. */
    SPLIT
}

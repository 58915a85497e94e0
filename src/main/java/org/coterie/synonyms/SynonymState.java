package org.coterie.synonyms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far it is that two tags are one. */
@Schema(
        description =
                "`PROPOSED` until the holders of both agree, then `AGREED`: the names are one, and what is under them waits to"
                        + " be moved. `MERGING` while it is moved, `MERGED` when it has been. `UNDOING` and `UNDONE` where the"
                        + " operator takes it back. `DECLINED` by the operator; `EXPIRED` where nobody agreed in time, or one of"
                        + " the tags has become one with another.")
enum SynonymState {
    /** People are asked. */
    PROPOSED,
    /** The names are one; the rest waits for its turn. */
    AGREED,
    /** What is under the tag that gives way is being moved. */
    MERGING,
    /** In effect. */
    MERGED,
    /** The names are two again; the rest is being moved back. */
    UNDOING,
    /** As it was before. */
    UNDONE,
    /** Ended by the operator before it was in effect. */
    DECLINED,
    /** Ended because time was up. */
    EXPIRED;

    /** Whether something is at work, or waits for its turn. */
    boolean isMoving() {
        return switch (this) {
            case AGREED, MERGING, UNDOING -> true;
            case PROPOSED, MERGED, UNDONE, DECLINED, EXPIRED -> false;
        };
    }

    /** Whether the names have ever been one. */
    boolean isDecided() {
        return switch (this) {
            case AGREED, MERGING, MERGED, UNDOING, UNDONE -> true;
            case PROPOSED, DECLINED, EXPIRED -> false;
        };
    }
}

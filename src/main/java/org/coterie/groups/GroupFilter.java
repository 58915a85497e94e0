package org.coterie.groups;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which groups are asked for; null asks for any. */
record GroupFilter(
        @Nullable UUID tagId,
        @Nullable GroupState state,
        @Nullable UUID formationId) {

    /** What is over is shown only to who asks for it, by its state or by its formation. */
    boolean withoutClosed() {
        return state == null && formationId == null;
    }
}

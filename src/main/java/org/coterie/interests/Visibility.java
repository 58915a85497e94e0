package org.coterie.interests;

import org.coterie.tags.TagName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who learns of an interest. */
@Schema(
        description =
                "`PUBLIC` matches and counts; `MATCH_ONLY` matches, is never counted, and is shown only to a fellow holder; `PRIVATE` matches nothing.")
public enum Visibility {
    /** Matches and counts. */
    PUBLIC,
    /** Matches, is never counted, and is shown to a fellow holder only. */
    MATCH_ONLY,
    /** Matches nothing; a note to oneself. */
    PRIVATE;

    /** More, the more learn of it. */
    int openness() {
        return switch (this) {
            case PUBLIC -> 2;
            case MATCH_ONLY -> 1;
            case PRIVATE -> 0;
        };
    }

    /** As much of how a tag was written as others may read. */
    TagName told(TagName written) {
        return switch (this) {
            case PUBLIC -> written;
            case MATCH_ONLY -> written.withoutLabel();
            case PRIVATE -> written.untold();
        };
    }
}

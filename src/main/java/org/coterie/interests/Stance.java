package org.coterie.interests;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody wants of a tag. */
@Schema(description = "`SHARE` it with others alike, `OFFER` it to who seeks it, `SEEK` it from who offers it.")
public enum Stance {
    /** With others alike. */
    SHARE,
    /** Has it to give. */
    OFFER,
    /** Looks for it. */
    SEEK
}

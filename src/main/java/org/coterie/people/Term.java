package org.coterie.people;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody can make a condition of meeting others. */
@Schema(name = "Term", description = "What you can make a condition of meeting others.")
public enum Term {
    GROUP_SIZE,
    DISTANCE,
    HOURS,
    LANGUAGES,
    NOT_THE_ONLY_ONE
}

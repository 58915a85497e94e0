package org.coterie.people;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody can make a condition of meeting others. */
@Schema(name = "Term", description = """
        What you can make a condition of meeting others.

        - `GROUP_SIZE`: how many you are.
        - `DISTANCE`: how far you go.
        - `HOURS`: when you are free.
        - `LANGUAGES`: what you speak.
        - `NOT_THE_ONLY_ONE`: that somebody else holds a tag that you do not want to be the only one with.""")
public enum Term {
    GROUP_SIZE,
    DISTANCE,
    HOURS,
    LANGUAGES,
    NOT_THE_ONLY_ONE
}

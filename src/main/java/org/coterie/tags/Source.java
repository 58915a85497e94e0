package org.coterie.tags;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a tag was found in a text. */
@Schema(
        description =
                "How the tag was found: `HASHTAG` written as one, `PHRASE` words that others use as a tag, `MEANING` by what the text means.")
public enum Source {
    /** Written with a {@code #}. */
    HASHTAG,
    /** Words that others use as a tag. */
    PHRASE,
    /** Inferred from what the text means. */
    MEANING
}

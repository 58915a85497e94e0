package org.coterie.formation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is missing for a group about a tag.
 *
 * @param others how many others wait
 * @param more how many more it takes
 * @param wanted who
 * @param withinKm how far from the person they may be; null where they would meet online as well, or it is not known
 */
record Missing(
        UUID tag,
        int others,
        int more,
        Wanted wanted,
        @Nullable Integer withinKm) {

    /** Who could complete a group. */
    enum Wanted {
        /** Somebody else who holds the tag. */
        ANYBODY,
        /** Somebody who offers what is sought. */
        WHO_OFFERS,
        /** Somebody who may meet the others and understands them: there would be enough, but not all can sit together. */
        WHO_FITS,
        /** Nobody: they are enough, and groups are being formed at this moment. */
        NOBODY
    }

    /** The same while it is looked for later whether they are a group. */
    Missing putOff() {
        return new Missing(tag, others, 0, Wanted.NOBODY, withinKm);
    }
}

package org.coterie.tags;

import java.util.UUID;

/** Takes pairs of tags that mean nearly the same, one by one. */
@FunctionalInterface
public interface NearTagSink {

    /**
     * A pair.
     *
     * @param confidence how sure it is, in (0, 1]
     */
    void accept(UUID tagId, UUID nearId, double confidence);
}

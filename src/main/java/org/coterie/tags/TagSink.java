package org.coterie.tags;

import java.util.UUID;

/** Takes every tag, one by one. */
@FunctionalInterface
public interface TagSink {

    void accept(UUID id, String name);
}

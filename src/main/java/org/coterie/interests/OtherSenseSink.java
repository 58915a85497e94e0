package org.coterie.interests;

import java.util.UUID;

/** Takes who means something else by a tag of theirs than by one near it, one by one. */
@FunctionalInterface
public interface OtherSenseSink {

    void accept(UUID personId, UUID heldId, UUID nearId);
}

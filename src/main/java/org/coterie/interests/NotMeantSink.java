package org.coterie.interests;

import java.util.UUID;

/** Takes who does not mean a tag, one by one. */
@FunctionalInterface
public interface NotMeantSink {

    void accept(UUID personId, UUID tagId);
}

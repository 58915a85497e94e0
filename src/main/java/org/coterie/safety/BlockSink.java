package org.coterie.safety;

import java.util.UUID;

/** Takes blocks one at a time, as they stream by. */
@FunctionalInterface
public interface BlockSink {

    /** The one asked for it; neither is brought together with the other. */
    void accept(UUID personId, UUID blockedId);
}

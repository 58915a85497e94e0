package org.coterie.safety;

import java.util.UUID;

/** Takes pairs of people one at a time, as they stream by. */
@FunctionalInterface
public interface PairSink {

    /** One pair, in either order. */
    void accept(UUID one, UUID other);
}

package org.coterie.people;

import java.util.UUID;

/** Takes people one at a time, as they stream by. */
@FunctionalInterface
public interface PersonSink {

    /**
     * Takes one.
     *
     * @param handleKey the handle without case, by which they are known across databases
     * @param languages BCP 47 tags, comma-separated, best first; empty where unknown
     */
    void accept(UUID id, String handleKey, String languages);
}

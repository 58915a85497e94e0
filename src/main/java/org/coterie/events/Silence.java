package org.coterie.events;

import java.util.Set;
import java.util.UUID;

/** Of whom somebody is to hear nothing: whoever keeps people apart knows. */
public interface Silence {

    /** Everybody of whom this person hears nothing right now. */
    Set<UUID> around(UUID personId);
}

package org.coterie.tags;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells how many people openly hold tags right now; from memory. */
public interface PublicHolders {

    /** For each of these tags, 0 where nobody does. */
    Map<UUID, Long> holders(Collection<UUID> tagIds);
}

package org.coterie.groups;

import java.util.Set;
import java.util.UUID;

/** Knows on what terms people meet others; implemented by whoever forms groups. */
public interface Fellowship {

    /** Whether somebody can take a place beside these members, on the terms of all of them. */
    boolean admits(UUID personId, Set<UUID> members);
}

package org.coterie.groups;

import java.util.Set;
import java.util.UUID;

/** Knows on what terms people meet others; implemented by whoever forms groups. */
public interface Fellowship {

    /**
     * Whether somebody can take a place beside these members, on the terms of all of them, and so can whoever comes only
     * together with them and is not there yet. A group that is smaller than one
     * of them wants has to have places enough.
     *
     * @param places how many people may be in the group
     */
    boolean admits(UUID personId, Set<UUID> members, int places);

    /** Who of some members does not find among all of these whom they are in a group only beside. */
    Set<UUID> unaccompanied(Set<UUID> some, Set<UUID> members);
}

package org.coterie.groups;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Knows on what terms people meet others; implemented by whoever forms groups. */
public interface Fellowship {

    /**
     * Whether somebody can take a place beside these members, on the terms of all of them, and so can whoever comes only
     * together with them and is not there yet. A group that is smaller than one of them wants has to have places enough, and
     * what they seek of its purpose, somebody offers. Who is invited and cannot come any more is nobody's company.
     *
     * @param invited who of the members has not answered
     * @return empty where they cannot; else who of those who are invited cannot come any more, not even then
     */
    Optional<Set<UUID>> admits(UUID personId, Set<UUID> members, Set<UUID> invited, Frame group);

    /** Who of those who are invited cannot sit with all of these, on the terms of all of them. */
    Set<UUID> unsuited(Set<UUID> invited, Set<UUID> company, Frame group);

    /**
     * Who of some members does not find among all of these whom they are in a group only beside, or nobody who offers what
     * they seek of what the group is about.
     */
    Set<UUID> lonely(Set<UUID> some, Set<UUID> members, Frame group);
}

package org.coterie.groups;

import java.time.Instant;
import java.util.UUID;

/** Takes who has been in a group together, as they stream by; two people come once for each group they had in common. */
@FunctionalInterface
public interface MeetingSink {

    /**
     * These two have been active in one group.
     *
     * @param when until when both were, as far as known; now where they still are
     */
    void met(UUID personId, UUID otherId, Instant when);
}

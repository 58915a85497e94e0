package org.coterie.groups;

import java.util.UUID;

/** Takes memberships one at a time, as they stream by. */
@FunctionalInterface
public interface SeatSink {

    /** This person is invited to, or active in, this group. */
    void accept(UUID personId, UUID groupId);
}

package org.coterie.formation;

/** How far a formation is. */
public enum FormationState {
    /** Waits for its turn. */
    QUEUED,
    /** At work. */
    RUNNING,
    /** Finished; its groups are there, unless it was a dry run. */
    SUCCEEDED,
    /** Ended without groups; {@code failure} says why. */
    FAILED,
    /** Ended by the operator, without groups. */
    CANCELLED;

    boolean isFinished() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }
}

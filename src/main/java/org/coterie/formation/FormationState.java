package org.coterie.formation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a formation is. */
@Schema(
        name = "FormationState",
        description =
                "`QUEUED`: waits for its turn. `RUNNING`: at work. `SUCCEEDED`: its groups are there, unless it was a"
                        + " dry run. `FAILED`: ended without groups; `failure` says why. `CANCELLED`: ended by you, without groups.")
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

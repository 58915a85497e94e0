package org.coterie.groups;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a person stands to a group; only their own acts make them active. */
@Schema(
        name = "MembershipState",
        description =
                "`INVITED`: a place is kept until they answer, or cannot come any more. `ACTIVE`: they have joined. `DECLINED`, `LEFT`:"
                        + " they are no member; shown to nobody.")
public enum MembershipState {
    /** A place is kept for them until they answer. */
    INVITED,
    /** They have joined, by their own act. */
    ACTIVE,
    /** They said no. */
    DECLINED,
    /** They were active and have left. */
    LEFT;

    /** Those of whoever has a place. */
    static final Set<MembershipState> CURRENT = Set.of(INVITED, ACTIVE);

    /** Whether they have a place. */
    boolean isCurrent() {
        return CURRENT.contains(this);
    }
}

package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.groups.OpenGroup;
import org.coterie.groups.Seating;
import org.coterie.paging.Portions;

/**
 * Invitations that time alone has made vain, as where an interest has faded for which another was invited: nobody has done
 * anything since, so that they have not ended yet.
 */
@ApplicationScoped
class VainInvitations {

    private static final int GROUPS_AT_A_TIME = 500;

    private final Seating seating;
    private final Compatibility compatibility;

    VainInvitations(Seating seating, Compatibility compatibility) {
        this.seating = seating;
        this.compatibility = compatibility;
    }

    /** Who cannot come any more to which group that others have joined. Where nobody has, the group is looked at as a whole. */
    Map<UUID, Set<UUID>> find() {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        Portions.of(seating.halfAnswered(), GROUPS_AT_A_TIME).forEach(some -> {
            Set<UUID> ids = some.stream().map(OpenGroup::id).collect(Collectors.toSet());
            found.putAll(compatibility.inVain(some, seating.membersOf(ids), seating.invitedTo(ids)));
        });
        return found;
    }
}

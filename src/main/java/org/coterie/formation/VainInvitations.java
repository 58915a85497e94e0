package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.groups.OpenGroup;
import org.coterie.groups.Seating;
import org.coterie.groups.VainInvitationWatch;
import org.coterie.live.Live;
import org.coterie.paging.Portions;

/**
 * Invitations that time alone has made vain, as where an interest has faded for which another was invited: nobody has done
 * anything since, so that they have not ended yet.
 */
@ApplicationScoped
class VainInvitations implements VainInvitationWatch {

    private static final int GROUPS_AT_A_TIME = 500;

    private final Live live;
    private final Seating seating;
    private final Compatibility compatibility;
    private final Consequences consequences;

    VainInvitations(Live live, Seating seating, Compatibility compatibility, Consequences consequences) {
        this.live = live;
        this.seating = seating;
        this.compatibility = compatibility;
        this.consequences = consequences;
    }

    /** Who cannot come any more to which group that others have joined. Where nobody has, the group is looked at as a whole. */
    Map<UUID, Set<UUID>> find() {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        Portions.of(seating.halfAnswered(), GROUPS_AT_A_TIME).forEach(some -> found.putAll(among(some)));
        return found;
    }

    private Map<UUID, Set<UUID>> among(List<OpenGroup> groups) {
        Set<UUID> ids = groups.stream().map(OpenGroup::id).collect(Collectors.toSet());
        return compatibility.inVain(groups, seating.membersOf(ids), seating.invitedTo(ids));
    }

    @Override
    public void endVain(UUID personId) {
        live.catchUp();
        List<OpenGroup> inviting = seating.invitationsOf(personId, Set.of());
        if (!inviting.isEmpty() && among(inviting).values().stream().anyMatch(lost -> lost.contains(personId))) {
            consequences.follow(personId);
        }
    }
}

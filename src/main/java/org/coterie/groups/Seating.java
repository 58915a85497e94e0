package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.live.Live;

/** Who sits where, and where there is room: from memory, as of the last {@link Live#catchUp}. */
@ApplicationScoped
public class Seating {

    private final LiveGroups live;

    Seating(LiveGroups live) {
        this.live = live;
    }

    /**
     * Groups that have room and one of these tags in their purpose; not dormant ones, nor where the person has been a member
     * or invited before.
     *
     * @param tagIds looked behind in this order, as far as a few hundred groups: rarest first
     * @param companions not where one of these has declined or left
     * @param apart not where one of these is a member or invited
     * @return those of whose purpose the tags are most first
     */
    public List<OpenGroup> openFor(
            Collection<UUID> tagIds, UUID personId, Set<UUID> companions, Set<UUID> apart, int limit) {
        return live.index().openFor(tagIds, personId, companions, apart, limit);
    }

    /**
     * Groups that wait for this person's answer, latest first.
     *
     * @param apart not where one of these is active
     */
    public List<OpenGroup> invitationsOf(UUID personId, Set<UUID> apart) {
        return live.index().invitationsOf(personId, apart);
    }

    /** Groups that this person is invited to or active in, latest first. */
    public List<OpenGroup> groupsOf(UUID personId) {
        return live.index().groupsOf(personId);
    }

    /** Who is invited to each of these groups, or active in it; groups that are over are left out. */
    public Map<UUID, Set<UUID>> membersOf(Collection<UUID> groupIds) {
        return live.index().membersOf(groupIds);
    }

    /** Who is invited to each of these groups, and has not answered; groups that are over are left out. */
    public Map<UUID, Set<UUID>> invitedTo(Collection<UUID> groupIds) {
        return live.index().invitedTo(groupIds);
    }

    /** Groups that are not over, that somebody has joined, and that wait for the answer of others. */
    public List<OpenGroup> halfAnswered() {
        return live.index().halfAnswered();
    }

    /** Who of these is invited to, or active in, a group that is not over. */
    public Set<UUID> seated(Collection<UUID> personIds) {
        return live.index().seated(personIds);
    }
}

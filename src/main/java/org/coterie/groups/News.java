package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.paging.Portions;

/** Tells what happens in groups, as part of the current transaction. Who says no is told to nobody. */
@ApplicationScoped
class News {

    private static final int GROUPS_AT_A_TIME = 1_000;

    private final Events events;
    private final MembershipRepository memberships;
    private final GroupRepository repository;

    News(Events events, MembershipRepository memberships, GroupRepository repository) {
        this.events = events;
        this.memberships = memberships;
        this.repository = repository;
    }

    void invited(UUID groupId, UUID personId) {
        events.tell(Fact.invitationSent(groupId, List.of(personId)));
    }

    /**
     * Somebody has joined.
     *
     * @param comesAbout whether the group has become active by that
     */
    void joined(UUID groupId, UUID personId, boolean comesAbout) {
        List<UUID> others = new ArrayList<>(active(groupId));
        others.remove(personId);
        events.tell(Fact.memberJoined(groupId, personId, others));
        if (comesAbout) {
            cameAbout(groupId);
        }
    }

    /** A group has become active. */
    void cameAbout(UUID groupId) {
        events.tell(Fact.groupActivated(groupId, active(groupId)));
    }

    void left(UUID groupId, UUID personId) {
        events.tell(Fact.memberLeft(groupId, personId, active(groupId)));
    }

    void invitationsEnded(UUID groupId, Collection<UUID> personIds) {
        events.tell(Fact.invitationEnded(groupId, personIds));
    }

    /** Nobody is left to be told but the operator. */
    void emptied(UUID groupId) {
        events.tell(Fact.groupClosed(groupId, ClosedBecause.EMPTY, List.of()));
    }

    /** Those of these proposals that are over now expired without an answer. */
    void expired(Collection<UUID> proposals) {
        Portions.of(proposals, GROUPS_AT_A_TIME).forEach(some -> {
            List<UUID> closed = repository.byIds(some).stream()
                    .filter(group -> group.closedBecause() == ClosedBecause.EXPIRED)
                    .map(GroupRow::id)
                    .toList();
            Map<UUID, List<MemberRow>> members = memberships.members(closed);
            events.tell(closed.stream()
                    .map(group ->
                            Fact.groupClosed(group, ClosedBecause.EXPIRED, ids(members.getOrDefault(group, List.of()))))
                    .toArray(Fact[]::new));
        });
    }

    private List<UUID> active(UUID groupId) {
        return ids(memberships.members(groupId).stream()
                .filter(member -> member.state() == MembershipState.ACTIVE)
                .toList());
    }

    private static List<UUID> ids(List<MemberRow> members) {
        return members.stream().map(MemberRow::personId).toList();
    }
}

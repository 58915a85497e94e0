package org.coterie.groups;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.paging.IdOrder;
import org.coterie.people.People;
import org.coterie.people.PersonLeaving;
import org.coterie.problem.Problem;
import org.coterie.safety.Companions;
import org.coterie.safety.Safety;
import org.jspecify.annotations.Nullable;

/**
 * Taking a place in a group and giving it up. Each act holds the person still, who might be leaving, then the group, for its
 * counters and its places.
 */
@ApplicationScoped
class Places {

    private final Caller caller;
    private final Clock clock;
    private final Companions companions;
    private final Fellowship fellowship;
    private final Groups groups;
    private final Invitations invitations;
    private final ChangeLog log;
    private final Members members;
    private final MembershipRepository memberships;
    private final News news;
    private final People people;
    private final Precondition precondition;
    private final GroupRepository repository;
    private final Safety safety;
    private final Event<PlacesLost> lost;
    private final Event<PlaceTaken> taken;
    private final Event<ProposalTooSmall> tooSmall;

    Places(
            Caller caller,
            Clock clock,
            Companions companions,
            Fellowship fellowship,
            Groups groups,
            Invitations invitations,
            ChangeLog log,
            Members members,
            MembershipRepository memberships,
            News news,
            People people,
            Precondition precondition,
            GroupRepository repository,
            Safety safety,
            Event<PlacesLost> lost,
            Event<PlaceTaken> taken,
            Event<ProposalTooSmall> tooSmall) {
        this.caller = caller;
        this.clock = clock;
        this.companions = companions;
        this.fellowship = fellowship;
        this.groups = groups;
        this.invitations = invitations;
        this.log = log;
        this.members = members;
        this.memberships = memberships;
        this.news = news;
        this.people = people;
        this.precondition = precondition;
        this.repository = repository;
        this.safety = safety;
        this.lost = lost;
        this.taken = taken;
        this.tooSmall = tooSmall;
    }

    /**
     * Accepts an invitation, or takes an open place.
     *
     * @throws Problem CONFLICT where the group is closed, or has no place for the person who asks: also where somebody in
     *     it must not meet them, or not on their terms, which looks the same from outside
     */
    GroupView join(UUID groupId) {
        // an invitation that ends here ends although it is refused
        return QuarkusTransaction.joiningExisting().call(() -> joined(groupId)).orElseThrow(Places::full);
    }

    private Optional<GroupView> joined(UUID groupId) {
        UUID me = caller.personId();
        SortedSet<UUID> party = heldStill(me);
        PeerGroup group = repository.forUpdate(groupId);
        if (group.isClosed()) {
            throw new Problem(Problem.Kind.CONFLICT, "group-closed");
        }
        Membership mine = Membership.of(groupId, me);
        expectAsRead(mine);
        if (mine == null || !mine.isCurrent()) {
            takePlace(group, me, mine, party);
        } else if (mine.state == MembershipState.INVITED) {
            int before = group.memberCount;
            boolean accepted = invitations.accept(group, mine);
            if (group.memberCount < before) {
                invitations.tooSmall(group).ifPresent(tooSmall::fire);
            }
            return accepted ? Optional.of(groups.view(groupId)) : Optional.empty();
        }
        return Optional.of(groups.view(groupId));
    }

    private void takePlace(PeerGroup group, UUID me, @Nullable Membership former, Set<UUID> party) {
        Set<UUID> inVain = placeFor(group, me).orElseThrow(Places::full);
        if (former == null) {
            new Membership(group.id, me, clock.instant()).persist();
        } else {
            former.activate(clock.instant());
        }
        group.invited();
        bring(group, party);
        invitations.waitForEnough(group);
        news.joined(group.id, me, group.accepted());
        log.note(Topic.GROUPS, group.id);
        taken.fire(new PlaceTaken(group.id, me));
        endLost(group, inVain);
    }

    /** They have not counted for whoever has just come, who is not to wait for them. */
    private void endLost(PeerGroup group, Set<UUID> inVain) {
        if (!inVain.isEmpty()) {
            invitations.endLost(group);
            invitations.tooSmall(group).ifPresent(tooSmall::fire);
        }
    }

    /**
     * Finds a place for somebody beside all who are in a group, on the terms of all of them.
     *
     * @return empty where there is none; else who is invited in vain by now
     */
    private Optional<Set<UUID>> placeFor(PeerGroup group, UUID personId) {
        List<MemberRow> members = memberships.members(group.id);
        Set<UUID> seated = members.stream().map(MemberRow::personId).collect(Collectors.toSet());
        return group.isFull() || !Collections.disjoint(safety.apartFrom(personId), seated)
                ? Optional.empty()
                : fellowship.admits(
                        personId, seated, Invitations.in(MembershipState.INVITED, members), repository.frame(group.id));
    }

    /**
     * Keeps a place for somebody who comes by themselves in the first of these proposals that is too small to come about and takes
     * them, as part of the current transaction. Whoever comes only together with others is not asked: those may care for something
     * else.
     *
     * @return false where there is none for them: each is large enough or over by now, or comes about with fewer than they want, they do
     *     not suit those who are in it, or have been in it before
     */
    boolean keepOne(List<UUID> groupIds, UUID personId) {
        SortedSet<UUID> party = heldStill(personId);
        if (party.size() > 1) {
            return false;
        }
        // in the order in which whoever leaves altogether holds them: two who wait for each other would wait in vain
        Map<UUID, PeerGroup> held = groupIds.stream()
                .sorted(IdOrder::compare)
                .collect(Collectors.toMap(Function.identity(), repository::forUpdate));
        return groupIds.stream()
                .flatMap(groupId -> Stream.ofNullable(held.get(groupId)))
                .anyMatch(group -> keep(group, party));
    }

    private boolean keep(PeerGroup group, SortedSet<UUID> party) {
        UUID personId = party.first();
        if (!group.isTooSmall()
                || Membership.of(group.id, personId) != null
                || invitations.mostWanted(party) > group.minSize) {
            return false;
        }
        Optional<Set<UUID>> inVain = placeFor(group, personId);
        inVain.ifPresent(lost -> {
            bring(group, party);
            log.note(Topic.GROUPS, group.id);
            endLost(group, lost);
        });
        return inVain.isPresent();
    }

    /** Somebody and all who come only together with them, none of whom leaves meanwhile; in one order for everybody. */
    SortedSet<UUID> heldStill(UUID personId) {
        SortedSet<UUID> party = companions.partyOf(personId);
        party.forEach(people::holdStill);
        return party;
    }

    /**
     * Keeps a place for each of these who has none.
     *
     * @throws Problem CONFLICT where one of them has said no, or left
     */
    void bring(PeerGroup group, Set<UUID> party) {
        for (UUID companion : party) {
            Membership before = Membership.of(group.id, companion);
            if (before == null) {
                group.invited();
                Membership.invited(group.id, companion, clock.instant()).persist();
                news.invited(group.id, companion);
                taken.fire(new PlaceTaken(group.id, companion));
            } else if (!before.isCurrent()) {
                throw full();
            }
        }
    }

    /**
     * Declines an invitation, or leaves; once is enough.
     *
     * @throws Problem UNKNOWN where the person who asks has never been in this group, or is invited no longer
     */
    @Transactional
    void leave(UUID groupId) {
        UUID me = caller.personId();
        people.holdStill(me);
        PeerGroup group = repository.forUpdate(groupId);
        Membership mine = Membership.of(groupId, me);
        if (mine == null) {
            throw new Problem(Problem.Kind.UNKNOWN, "not-a-member.never");
        }
        expectAsRead(mine);
        release(group, mine);
        lost.fire(new PlacesLost(Set.of(me)));
    }

    private void expectAsRead(@Nullable Membership mine) {
        Membership current = mine != null && mine.isCurrent() ? mine : null;
        precondition.expectAsRead(current, there -> members.me(there.groupId));
    }

    /** Somebody leaves altogether: their places open, and where they were the last, the group is over; what they alone have
     * called one, is gone. */
    void letGo(@Observes PersonLeaving leaving) {
        companions.comeWithoutWhoeverLeaves(leaving.personId());
        for (UUID groupId : memberships.groupsOf(leaving.personId())) {
            PeerGroup group = repository.forUpdate(groupId);
            Membership theirs = Membership.of(groupId, leaving.personId());
            if (theirs != null) {
                release(group, theirs);
            }
        }
        repository.forgetWordsOf(leaving.personId());
    }

    private void release(PeerGroup group, Membership membership) {
        if (!membership.isCurrent()) {
            return;
        }
        boolean wasActive = membership.state == MembershipState.ACTIVE;
        boolean over = group.left(wasActive, clock.instant());
        membership.end(clock.instant());
        log.note(Topic.GROUPS, group.id);
        if (wasActive) {
            news.left(group.id, membership.personId);
        }
        if (over) {
            news.emptied(group.id);
        }
        invitations.endLost(group);
        invitations.waitForEnough(group);
        invitations.tooSmall(group).ifPresent(tooSmall::fire);
    }

    private static Problem full() {
        return new Problem(Problem.Kind.CONFLICT, "group-full");
    }
}

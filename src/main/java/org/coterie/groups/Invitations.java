package org.coterie.groups;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.paging.IdOrder;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.coterie.safety.Safety;
import org.jspecify.annotations.Nullable;

/**
 * Invitations that wait for their answer. Who may still come is decided here alone. Whoever cannot, because of who else is
 * in the group by now, is invited no longer: nobody is told why, nothing is held against them, and their place is free.
 */
@ApplicationScoped
public class Invitations {

    private final Clock clock;
    private final Fellowship fellowship;
    private final ChangeLog log;
    private final MembershipRepository memberships;
    private final News news;
    private final People people;
    private final GroupRepository repository;
    private final Safety safety;
    private final Event<PlacesLost> placesLost;

    Invitations(
            Clock clock,
            Fellowship fellowship,
            ChangeLog log,
            MembershipRepository memberships,
            News news,
            People people,
            GroupRepository repository,
            Safety safety,
            Event<PlacesLost> placesLost) {
        this.clock = clock;
        this.fellowship = fellowship;
        this.log = log;
        this.memberships = memberships;
        this.news = news;
        this.people = people;
        this.repository = repository;
        this.safety = safety;
        this.placesLost = placesLost;
    }

    /**
     * Makes whoever is invited a member.
     *
     * @param group locked
     * @return false where they cannot come any more
     */
    boolean accept(PeerGroup group, Membership mine) {
        if (endLost(group).contains(mine.personId)) {
            return false;
        }
        mine.activate(clock.instant());
        waitForEnough(group);
        news.joined(group.id, mine.personId, group.accepted());
        log.note(Topic.GROUPS, group.id);
        endLost(group);
        return true;
    }

    /**
     * Ends invitations that cannot be accepted any more, in all groups that this person is invited to or active in: each
     * group in a transaction of its own. To be called when it has changed with whom the person may be in a group. Where they
     * are invited and suit the others no more, it is their own invitation that ends.
     *
     * @return proposals that have become too small by that, and those with this person that are so anyway: they may suit others now
     */
    public List<ProposalTooSmall> review(UUID personId) {
        List<UUID> doubtful = QuarkusTransaction.requiringNew()
                .call(() -> withLost(
                        memberships
                                .currentOf(personId, MembershipState.CURRENT, GroupRepository.START, Integer.MAX_VALUE)
                                .stream()
                                .map(place -> place.mine().groupId())
                                .toList(),
                        personId));
        List<ProposalTooSmall> tooSmall = doubtful.stream()
                .flatMap(groupId -> QuarkusTransaction.requiringNew()
                        .call(() -> {
                            PeerGroup group = repository.forUpdate(groupId);
                            return endLost(group, personId).isEmpty()
                                    ? Optional.<ProposalTooSmall>empty()
                                    : tooSmall(group);
                        })
                        .stream())
                .toList();
        List<UUID> proposals = QuarkusTransaction.requiringNew().call(() -> repository.proposalsWith(personId));
        Stream<ProposalTooSmall> open = proposals.stream()
                .flatMap(groupId -> QuarkusTransaction.requiringNew()
                        .call(() -> {
                            PeerGroup group = repository.forUpdate(groupId);
                            waitForEnough(group);
                            return tooSmall(group);
                        })
                        .stream());
        return Stream.concat(tooSmall.stream(), open).distinct().toList();
    }

    /** In which of these groups somebody is invited who cannot come any more, after this person has changed. */
    private List<UUID> withLost(Collection<UUID> groupIds, UUID changed) {
        Map<UUID, List<MemberRow>> inviting = new HashMap<>(memberships.members(groupIds));
        inviting.values()
                .removeIf(members -> in(MembershipState.INVITED, members).isEmpty());
        Map<UUID, Frame> frames = repository.frames(inviting.keySet());
        return inviting.entrySet().stream()
                .filter(group -> !lost(group.getValue(), Objects.requireNonNull(frames.get(group.getKey())), changed)
                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Ends the invitations of all who cannot come any more; of everybody where those who were there have left.
     *
     * @param group locked
     * @return who that is
     */
    Set<UUID> endLost(PeerGroup group) {
        return endLost(group, null);
    }

    /** The same in these groups, where there are such, and they are not over, as part of the current transaction. */
    @Transactional
    public void endLost(Collection<UUID> groupIds) {
        // in the order in which whoever leaves altogether holds them
        groupIds.stream()
                .sorted(IdOrder::compare)
                .forEach(groupId -> repository.locked(groupId).ifPresent(this::endLost));
        repository.flush();
    }

    private Set<UUID> endLost(PeerGroup group, @Nullable UUID changed) {
        List<MemberRow> members = memberships.members(group.id);
        Set<UUID> lost = group.isAbandoned()
                ? in(MembershipState.INVITED, members)
                : lost(members, repository.frame(group.id), changed);
        if (group.isClosed() || lost.isEmpty()) {
            return Set.of();
        }
        news.invitationsEnded(group.id, lost);
        for (UUID personId : lost) {
            Membership.deleteById(new Membership.Key(group.id, personId));
            if (group.left(false, clock.instant())) {
                news.emptied(group.id);
            }
        }
        log.note(Topic.GROUPS, group.id);
        waitForEnough(group);
        placesLost.fire(new PlacesLost(lost));
        return lost;
    }

    /**
     * Whoever comes to a proposal, or wants more people by now, may let it wait for more, as far as so many are in it; whoever
     * goes, or wants fewer, may have been the only one for whom it did.
     *
     * @param group locked
     */
    void waitForEnough(PeerGroup group) {
        if (group.isProposal()) {
            Set<UUID> members = memberships.members(group.id).stream()
                    .map(MemberRow::personId)
                    .collect(Collectors.toSet());
            int before = group.minSize;
            if (group.waitsFor(mostWanted(members))) {
                news.cameAbout(group.id);
            }
            if (group.minSize != before) {
                log.note(Topic.GROUPS, group.id);
            }
        }
    }

    /** What others may be found for, where a group is a proposal that has become too small. */
    Optional<ProposalTooSmall> tooSmall(PeerGroup group) {
        if (!group.isTooSmall()) {
            return Optional.empty();
        }
        List<UUID> tagIds = repository.purposes(List.of(group.id)).getOrDefault(group.id, List.of()).stream()
                .map(PurposeTag::tagId)
                .toList();
        return Optional.of(new ProposalTooSmall(tagIds, group.missing()));
    }

    /** How many people a group has at least that suits each of these. */
    int mostWanted(Set<UUID> members) {
        return Terms.mostWanted(people.termsOf(members).values());
    }

    /**
     * Who of these is invited, and is kept apart from somebody who has come, or cannot sit with all who have, or lacks whom
     * they are in a group only beside or who offers what they seek; whoever has just changed also where they are kept apart
     * from, or cannot sit with, others who are invited, or where all others go and nobody has come. Whoever cannot come is no
     * company for the others either.
     */
    private Set<UUID> lost(List<MemberRow> members, Frame group, @Nullable UUID changed) {
        Set<UUID> invited = in(MembershipState.INVITED, members);
        if (invited.isEmpty()) {
            return invited;
        }
        Set<UUID> company = in(MembershipState.ACTIVE, members);
        Set<UUID> waiting = new HashSet<>(invited);
        if (changed != null && waiting.remove(changed) && fits(changed, waiting, company, group)) {
            waiting.add(changed);
        }
        waiting.removeAll(safety.apartFromAnyOf(company));
        waiting.removeAll(fellowship.unsuited(waiting, company, group));
        company.addAll(waiting);
        Set<UUID> alone;
        do {
            alone = fellowship.lonely(waiting, company, group);
            waiting.removeAll(alone);
            company.removeAll(alone);
        } while (!alone.isEmpty());
        boolean leftByAll = group.waits() && invited.size() > 1 && company.equals(waiting) && waiting.size() == 1;
        if (!leftByAll || changed == null || !waiting.contains(changed)) {
            invited.removeAll(waiting);
        }
        return invited;
    }

    private boolean fits(UUID personId, Set<UUID> invited, Set<UUID> come, Frame group) {
        Set<UUID> others = new HashSet<>(come);
        others.addAll(invited);
        return Collections.disjoint(safety.apartFrom(personId), others)
                && fellowship.unsuited(Set.of(personId), others, group).isEmpty();
    }

    /** Who of these stands so to the group. */
    static Set<UUID> in(MembershipState state, List<MemberRow> members) {
        return members.stream()
                .filter(member -> member.state() == state)
                .map(MemberRow::personId)
                .collect(Collectors.toCollection(HashSet::new));
    }
}

package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.TagMove;

/** Why members are in their groups: told once it is known, and let go of, or kept quiet, when their interests change. */
@ApplicationScoped
public class Explanations {

    private final ChangeLog log;
    private final ReasonStore reasons;
    private final GroupRepository repository;

    Explanations(ChangeLog log, ReasonStore reasons, GroupRepository repository) {
        this.log = log;
        this.reasons = reasons;
        this.repository = repository;
    }

    /**
     * Tells why somebody suits a group in which they already have a place, see {@link PlaceTaken}.
     *
     * @param matchOnly tags among the reasons that this person holds for matching only: told to fellow holders alone
     */
    @Transactional
    public void explain(UUID groupId, Seat seat, Set<UUID> matchOnly) {
        Membership membership = Membership.of(groupId, seat.personId());
        if (membership != null && membership.isCurrent()) {
            membership.affinity = seat.affinity();
            membership.because = reasons.write(seat.because(), matchOnly);
        }
    }

    /**
     * Lets reasons go that are none any more, or are to be kept quiet, wherever this person is a member: affinities
     * shrink with them. To be called when a person's interests have changed.
     *
     * @param open tags the person now shows to everybody
     * @param matchOnly tags the person now holds for matching only: told to fellow holders alone
     */
    @Transactional
    public void revise(UUID personId, Set<UUID> open, Set<UUID> matchOnly) {
        for (Membership membership : Membership.explained(personId)) {
            List<KeptReason> before = reasons.read(membership.because);
            List<KeptReason> after = before.stream()
                    .filter(reason -> open.contains(reason.held()) || matchOnly.contains(reason.held()))
                    .map(reason -> reason.kept(matchOnly.contains(reason.held())))
                    .toList();
            replace(membership, before, after);
        }
    }

    /**
     * Has proposals that somebody is in tell these tags only to those who hold them too. To be called when they have come to be
     * held for matching only. What a group has formed for, or was founded for, stays the group's.
     */
    @Transactional
    public void keepQuiet(UUID personId, Set<UUID> matchOnly) {
        for (UUID groupId : repository.proposalsTelling(matchOnly, personId)) {
            PeerGroup group = repository.forUpdate(groupId);
            GroupTag.update("disclosed = false where groupId = ?1 and tagId in ?2", group.id, matchOnly);
            log.note(Topic.GROUPS, group.id);
        }
    }

    private void replace(Membership membership, List<KeptReason> before, List<KeptReason> after) {
        if (!after.equals(before)) {
            membership.because = reasons.write(after);
            if (after.size() < before.size()) {
                membership.affinity =
                        after.stream().mapToDouble(KeptReason::contribution).sum();
            }
        }
    }

    /**
     * Lets go of the reasons that these people have by a tag since another became one with it, but in groups that are about
     * that other; those of before go back with their groups. Within the transaction of the move back.
     */
    public void letGo(TagMove move, Collection<UUID> people) {
        for (Membership membership : Membership.explainedBy(move.to(), people)) {
            if (!MovedReasons.has(move.id(), membership)) {
                List<KeptReason> before = reasons.read(membership.because);
                boolean stated = GroupTag.findById(new GroupTag.Key(membership.groupId, move.from())) != null;
                replace(
                        membership,
                        before,
                        before.stream()
                                .map(reason -> stated && reason.tagId().equals(move.to())
                                        ? reason.moved(move.to(), move.from())
                                        : reason)
                                .filter(reason -> !reason.held().equals(move.to()))
                                .toList());
            }
        }
    }
}

package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Purposes, and the reasons of members, follow their tag, a group at a time; a purpose that states both states one. What people
 * have written, such as the statement, stays. Where a group goes back, tags and reasons that are there no more stay away; a purpose
 * written since goes to the tag whose name was written.
 */
@ApplicationScoped
class PurposeMover implements TagMover {

    private static final int AT_ONCE = 100;

    private static final String NEXT = "select group_id from group_tag where tag_id = ?1 order by group_id";

    private static final String NEXT_BACK = """
            select group_id from moved_group_tag where move_id = ?1
            union select group_id from moved_reasons where move_id = ?1""";

    /** Of groups that were begun since. */
    private static final String WRITTEN_SINCE = """
            select t from GroupTag t where t.tagId = ?1 and t.written is not null
            and exists (select 1 from PeerGroup g where g.id = t.groupId and g.createdAt >= ?2) order by t.groupId""";

    private static final String HOLD_FREE =
            "select id from peer_group where id in (:groups) order by id for update skip locked";

    private final ChangeLog log;
    private final ReasonStore reasons;
    private final GroupRepository repository;
    private final Tags tags;

    PurposeMover(ChangeLog log, ReasonStore reasons, GroupRepository repository, Tags tags) {
        this.log = log;
        this.reasons = reasons;
        this.repository = repository;
        this.tags = tags;
    }

    @Override
    public boolean moveSome(TagMove move) {
        List<UUID> next = ids(repository
                .getEntityManager()
                .createNativeQuery(move.back() ? NEXT_BACK : NEXT, UUID.class)
                .setParameter(1, move.back() ? move.id() : move.from())
                .setMaxResults(AT_ONCE)
                .getResultList());
        if (next.isEmpty()) {
            return move.back() && moveSaidSince(move);
        }
        List<UUID> held = held(next);
        if (move.back()) {
            moveBack(move, held);
        } else {
            moveOn(move, held);
        }
        repository.flush();
        log.noteAll(Topic.GROUPS, held);
        return true;
    }

    /** Purposes that were written since by a name of the tag that gave way go to that one. */
    private boolean moveSaidSince(TagMove move) {
        List<UUID> next = saidSince(move, GroupTag.list(WRITTEN_SINCE, move.to(), move.mergedAt()))
                .map(tag -> tag.groupId)
                .limit(AT_ONCE)
                .toList();
        if (next.isEmpty()) {
            return false;
        }
        List<UUID> held = held(next);
        saidSince(move, List.copyOf(tags(held, move.to()).values())).toList().forEach(tag -> {
            tag.under(move.from()).persist();
            tag.delete();
        });
        repository.flush();
        log.noteAll(Topic.GROUPS, held);
        return true;
    }

    private Stream<GroupTag> saidSince(TagMove move, List<GroupTag> purposes) {
        if (purposes.isEmpty()) {
            return Stream.of();
        }
        Set<String> old = tags.oldNames(
                move,
                purposes.stream().flatMap(tag -> Stream.ofNullable(tag.written)).toList());
        Set<UUID> again = tags(purposes.stream().map(tag -> tag.groupId).toList(), move.from())
                .keySet();
        return purposes.stream()
                .filter(tag -> tag.written != null && old.contains(tag.written))
                .filter(tag -> !again.contains(tag.groupId));
    }

    /** Those that nobody is changing right now; where that is none, the first as soon as it can be had. */
    private List<UUID> held(List<UUID> groups) {
        List<UUID> free = ids(repository
                .getEntityManager()
                .createNativeQuery(HOLD_FREE, UUID.class)
                .setParameter("groups", groups)
                .getResultList());
        return free.isEmpty()
                ? repository.locked(groups.get(0)).map(group -> group.id).stream()
                        .toList()
                : free;
    }

    private static List<UUID> ids(List<?> rows) {
        return rows.stream().map(UUID.class::cast).toList();
    }

    private void moveOn(TagMove move, Collection<UUID> groups) {
        Map<UUID, GroupTag> staying = tags(groups, move.to());
        tags(groups, move.from()).forEach((group, gone) -> {
            GroupTag beside = staying.get(group);
            MovedGroupTag.keep(move.id(), gone);
            gone.delete();
            if (beside == null) {
                gone.under(move.to()).persist();
            } else {
                MovedGroupTag.keep(move.id(), beside);
                takeOver(gone, beside);
            }
        });
        String named = "%%%s%%".formatted(move.from());
        for (Membership membership : Membership.<Membership>list("groupId in ?1 and because like ?2", groups, named)) {
            String before = Objects.requireNonNull(membership.because);
            MovedReasons.keep(move.id(), membership, before);
            membership.because = reasons.write(moved(move, reasons.read(before)));
        }
    }

    /** The earlier of both places, and as quiet as the quieter tag. */
    private static void takeOver(GroupTag gone, GroupTag staying) {
        staying.position = (short) Math.min(gone.position, staying.position);
        staying.disclosed = gone.disclosed && staying.disclosed;
    }

    private static List<KeptReason> moved(TagMove move, List<KeptReason> before) {
        Map<UUID, KeptReason> moved = new LinkedHashMap<>();
        for (KeptReason reason : before) {
            KeptReason there = reason.moved(move.from(), move.to());
            moved.merge(there.tagId(), there, KeptReason::and);
        }
        return List.copyOf(moved.values());
    }

    private void moveBack(TagMove move, Collection<UUID> groups) {
        List<MovedGroupTag> moved = MovedGroupTag.of(move.id(), groups);
        Map<UUID, GroupTag> before = new HashMap<>();
        moved.stream()
                .filter(was -> was.tagId.equals(move.to()))
                .forEach(was -> before.put(was.groupId, was.groupTag()));
        Map<UUID, GroupTag> now = tags(groups, move.to());
        Set<UUID> again = tags(groups, move.from()).keySet();
        moved.stream()
                .filter(was -> was.tagId.equals(move.from()))
                .map(MovedGroupTag::groupTag)
                .filter(was -> now.containsKey(was.groupId) && !again.contains(was.groupId))
                .forEach(was -> moveBack(was, Objects.requireNonNull(now.get(was.groupId)), before.get(was.groupId)));
        moved.forEach(MovedGroupTag::delete);
        for (MovedReasons was : MovedReasons.<MovedReasons>list("moveId = ?1 and groupId in ?2", move.id(), groups)) {
            Membership membership = Objects.requireNonNull(Membership.of(was.groupId, was.personId));
            membership.because = back(move, membership.because, was.because);
            was.delete();
        }
    }

    private static void moveBack(GroupTag was, GroupTag now, @Nullable GroupTag beside) {
        if (beside == null) {
            now.delete();
            now.under(was.tagId).persist();
        } else {
            now.position = beside.position;
            now.disclosed = beside.disclosed;
            was.persist();
        }
    }

    /** As it was, where it has not changed since; else what is still a reason, under the tags of before. */
    private @Nullable String back(TagMove move, @Nullable String now, String before) {
        List<KeptReason> was = reasons.read(before);
        List<KeptReason> current = reasons.read(now);
        if (current.equals(moved(move, was))) {
            return before;
        }
        return now == null
                ? null
                : reasons.write(current.stream()
                        .flatMap(reason ->
                                reason.tagId().equals(move.to()) ? parts(move, reason, was) : Stream.of(reason))
                        .toList());
    }

    private static Stream<KeptReason> parts(TagMove move, KeptReason now, List<KeptReason> before) {
        return before.stream()
                .filter(reason ->
                        reason.tagId().equals(move.from()) || reason.tagId().equals(move.to()))
                .map(reason -> reason.kept(now.matchOnly()));
    }

    private static Map<UUID, GroupTag> tags(Collection<UUID> groups, UUID tagId) {
        return GroupTag.<GroupTag>list("groupId in ?1 and tagId = ?2", groups, tagId).stream()
                .collect(Collectors.toMap(tag -> tag.groupId, tag -> tag));
    }

    @Override
    public void forget(UUID moveId) {
        MovedGroupTag.delete("moveId", moveId);
        MovedReasons.delete("moveId", moveId);
    }
}

package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.tags.NextPeople;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;
import org.coterie.tags.Tags;

/**
 * What somebody did not mean follows its tag; where it goes back, what they have taken back since stays away, and what they have said
 * by a name of the tag that gave way goes to that one.
 */
@ApplicationScoped
class RejectedTagMover implements TagMover {

    private static final String NEXT = """
            select person_id from rejected_tag where tag_id = ?2 and person_id > ?1 order by person_id""";

    private static final String NEXT_BACK = """
            select person_id from moved_rejected_tag where move_id = ?2 and person_id > ?1 order by move_id, person_id""";

    /** Both rows of whoever has one in the tag that gives way. */
    private static final String KEEP = """
            insert into moved_rejected_tag (move_id, person_id, tag_id, rejected_at, written)
            select cast(:move as uuid), r.person_id, r.tag_id, r.rejected_at, r.written
            from rejected_tag r
            where r.person_id in (:people) and r.tag_id in (:from, :to)
            and exists (select 1 from rejected_tag f where f.person_id = r.person_id and f.tag_id = :from)
            and not exists (select 1 from moved_rejected_tag m where m.move_id = :move and m.person_id = r.person_id)""";

    private static final String MOVE = """
            insert into rejected_tag (person_id, tag_id, rejected_at, written)
            select r.person_id, cast(:to as uuid), r.rejected_at, r.written
            from rejected_tag r
            where r.person_id in (:people) and r.tag_id = :from
            and not exists (select 1 from rejected_tag t where t.person_id = r.person_id and t.tag_id = :to)""";

    private static final String LEAVE = "delete from rejected_tag where person_id in (:people) and tag_id = :from";

    private static final String MOVE_BACK = """
            insert into rejected_tag (person_id, tag_id, rejected_at, written)
            select m.person_id, m.tag_id, m.rejected_at, m.written
            from moved_rejected_tag m
            where m.move_id = :move and m.person_id in (:people) and m.tag_id = :from
            and exists (select 1 from rejected_tag t where t.person_id = m.person_id and t.tag_id = :to)
            and not exists (select 1 from rejected_tag t where t.person_id = m.person_id and t.tag_id = :from)""";

    /** Of those who had said no to the one that gave way alone. */
    private static final String LEAVE_BACK = """
            delete from rejected_tag where tag_id = :to and person_id in (
                select m.person_id from moved_rejected_tag m
                where m.move_id = :move and m.person_id in (:people) and m.tag_id = :from)
            and not exists (
                select 1 from moved_rejected_tag b
                where b.move_id = :move and b.person_id = rejected_tag.person_id and b.tag_id = :to)""";

    private static final String FORGET_THEIRS =
            "delete from moved_rejected_tag where move_id = :move and person_id in (:people)";

    private static final String WRITTEN = "tagId = ?1 and written is not null and rejectedAt >= ?2 and personId ";

    private final EntityManager em;
    private final Tags tags;

    RejectedTagMover(EntityManager em, Tags tags) {
        this.em = em;
        this.tags = tags;
    }

    @Override
    public List<UUID> people(TagMove move, UUID after, int limit) {
        Object what = move.back() ? move.id() : move.from();
        List<UUID> kept = NextPeople.of(em, move.back() ? NEXT_BACK : NEXT, after, what, limit);
        return move.back() && kept.isEmpty() ? since(move, after, limit) : kept;
    }

    /** Those who have said no since by a name of the tag that gave way. */
    private List<UUID> since(TagMove move, UUID after, int limit) {
        return NextPeople.among(
                after,
                limit,
                last -> RejectedTag.<RejectedTag>find(
                                WRITTEN + "> ?3 order by personId", move.to(), move.mergedAt(), last)
                        .page(0, NextPeople.PORTION)
                        .list(),
                rejected -> rejected.personId,
                some -> byTheOldName(move, some).stream()
                        .map(rejected -> rejected.personId)
                        .toList());
    }

    private List<RejectedTag> byTheOldName(TagMove move, List<RejectedTag> rejected) {
        if (rejected.isEmpty()) {
            return List.of();
        }
        Set<String> old = tags.oldNames(
                move,
                rejected.stream().flatMap(one -> Stream.ofNullable(one.written)).toList());
        Set<UUID> again = RejectedTag.<RejectedTag>list(
                        "tagId = ?1 and personId in ?2",
                        move.from(),
                        rejected.stream().map(one -> one.personId).toList())
                .stream()
                .map(one -> one.personId)
                .collect(Collectors.toSet());
        return rejected.stream()
                .filter(one -> one.written != null && old.contains(one.written))
                .filter(one -> !again.contains(one.personId))
                .toList();
    }

    @Override
    public void movePeople(TagMove move, Collection<UUID> people) {
        em.flush();
        for (String step : move.back() ? List.of(MOVE_BACK, LEAVE_BACK, FORGET_THEIRS) : List.of(KEEP, MOVE, LEAVE)) {
            Query query = em.createNativeQuery(step).setParameter("people", people);
            if (step.contains(":move")) {
                query.setParameter("move", move.id());
            }
            if (step.contains(":from")) {
                query.setParameter("from", move.from());
            }
            if (step.contains(":to")) {
                query.setParameter("to", move.to());
            }
            query.executeUpdate();
        }
        if (move.back()) {
            for (RejectedTag said :
                    byTheOldName(move, RejectedTag.list(WRITTEN + "in ?3", move.to(), move.mergedAt(), people))) {
                said.under(move.from()).persist();
                said.delete();
            }
            em.flush();
        }
    }

    @Override
    public void forget(UUID moveId) {
        em.createNativeQuery("delete from moved_rejected_tag where move_id = ?1")
                .setParameter(1, moveId)
                .executeUpdate();
    }
}

package org.coterie.groups;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.paging.FewRows;
import org.coterie.paging.Portions;
import org.coterie.problem.LockPatience;
import org.coterie.problem.Problem;

/** Reads groups and their purposes: a few queries for however many groups, straight into records. */
@ApplicationScoped
class GroupRepository implements PanacheRepositoryBase<PeerGroup, UUID> {

    /** Before every id. */
    static final UUID START = new UUID(0, 0);

    private static final int NAMES_AT_A_TIME = 1_000;

    private static final String SELECT_GROUP = """
            select g.id, g.name, g.statement, g.state, g.closedBecause, g.minSize, g.maxSize, g.memberCount,
                   g.activeCount, g.cohesion, g.formationId, g.createdAt
            """;

    private static final String OF_SOME = "select " + GroupRow.COLUMNS + " from peer_group g where g.id = any (?)";

    private static final String PURPOSES =
            "select group_id, tag_id, disclosed from group_tag where group_id in (%s) order by group_id, position";

    private static final List<GroupState> NOT_CLOSED =
            List.of(GroupState.PROPOSED, GroupState.ACTIVE, GroupState.QUIET, GroupState.DORMANT);

    /** Nobody else has ever been in it: what it is called is theirs alone. */
    private static final String FORGET_WORDS = """
            update PeerGroup g set g.name = null, g.statement = null
            where g.state = CLOSED
                and g.id in (select m.groupId from Membership m where m.personId = :personId)
                and not exists (select 1 from Membership m where m.groupId = g.id and m.personId <> :personId)
            """;

    private static final int SECONDS_FOR_A_GROUP = 2;

    private final FewRows few;
    private final LockPatience patience;

    GroupRepository(FewRows few, LockPatience patience) {
        this.few = few;
        this.patience = patience;
    }

    /** A group whose row nobody else changes until the transaction ends; waits a little for whoever does right now. */
    Optional<PeerGroup> locked(UUID id) {
        patience.atMost(SECONDS_FOR_A_GROUP);
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The same where there has to be a group.
     *
     * @throws Problem UNKNOWN where no group has this id, UNAVAILABLE where somebody else changes it for too long
     */
    PeerGroup forUpdate(UUID id) {
        try {
            return locked(id).orElseThrow(() -> unknown(id));
        } catch (LockTimeoutException | PessimisticLockException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "group-busy");
        }
    }

    /** Forgets the words of somebody who leaves altogether: what groups are called that are over and were theirs alone. */
    void forgetWordsOf(UUID personId) {
        getEntityManager()
                .createQuery(FORGET_WORDS)
                .setParameter("personId", personId)
                .executeUpdate();
    }

    /** No group has this id. */
    static Problem unknown(UUID id) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown-group", Map.of("id", id));
    }

    /** The next groups after this id, in the order of ids. */
    List<GroupRow> after(GroupFilter filter, UUID after, int limit) {
        if (filter.tagId() == null && filter.withoutClosed()) {
            // state by state, each a range of one index: nothing that is over is passed by
            return NOT_CLOSED.stream()
                    .flatMap(state -> range(new GroupFilter(null, state, null), after, limit).stream())
                    .sorted(Comparator.comparing(row -> row.id().toString()))
                    .limit(limit)
                    .toList();
        }
        return range(filter, after, limit);
    }

    /**
     * Reads one range of one index. The leading column is fixed, and named in the order all the same: so H2 sees that
     * the index has the order that is asked for, and stops at the limit.
     */
    private List<GroupRow> range(GroupFilter filter, UUID after, int limit) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        String from;
        String order;
        if (filter.tagId() != null) {
            from = "from GroupTag t join PeerGroup g on g.id = t.groupId";
            order = "t.tagId, t.groupId";
            conditions.add("t.tagId = :tagId and t.disclosed = true and t.groupId > :after");
            values.put("tagId", filter.tagId());
        } else {
            from = "from PeerGroup g";
            order = filter.formationId() != null ? "g.formationId, g.id" : "g.state, g.id";
            conditions.add("g.id > :after");
        }
        values.put("after", after);
        if (filter.formationId() != null) {
            conditions.add("g.formationId = :formationId");
            values.put("formationId", filter.formationId());
        }
        if (filter.state() != null) {
            conditions.add("g.state = :state");
            values.put("state", filter.state());
        }
        if (filter.withoutClosed()) {
            conditions.add("g.state <> CLOSED");
        }
        String query =
                "%s %s where %s order by %s".formatted(SELECT_GROUP, from, String.join(" and ", conditions), order);
        var select = getEntityManager().createQuery(query, GroupRow.class).setMaxResults(limit);
        values.forEach(select::setParameter);
        return select.getResultList();
    }

    /** These groups, in this order; ids of none are left out. */
    List<GroupRow> byIds(Collection<UUID> ids) {
        flush();
        return stored(ids);
    }

    /** The same without what this transaction has changed and not written: for whoever has changed nothing. */
    List<GroupRow> stored(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, GroupRow> rows =
                few.with(ids, OF_SOME, GroupRow::read).stream().collect(toMap(GroupRow::id, row -> row));
        return ids.stream().filter(rows::containsKey).map(rows::get).toList();
    }

    /** The purposes of these groups, each most decisive tag first. */
    Map<UUID, List<PurposeTag>> purposes(Collection<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        flush();
        return few
                .all(List.copyOf(groupIds), PURPOSES.formatted(FewRows.places(groupIds.size())), TagRow::read)
                .stream()
                .collect(groupingBy(
                        TagRow::groupId,
                        Collectors.mapping(row -> new PurposeTag(row.tagId(), row.disclosed()), Collectors.toList())));
    }

    /** What each of these groups is for, and for how many. */
    Map<UUID, Frame> frames(Collection<UUID> groupIds) {
        Map<UUID, List<PurposeTag>> purposes = purposes(groupIds);
        return byIds(groupIds).stream()
                .collect(toMap(
                        GroupRow::id,
                        row -> new Frame(
                                row.minSize(),
                                row.maxSize(),
                                purposes.getOrDefault(row.id(), List.of()).stream()
                                        .map(PurposeTag::tagId)
                                        .collect(Collectors.toSet()),
                                row.formationId(),
                                row.state() == GroupState.PROPOSED)));
    }

    /** The same of one group that there is. */
    Frame frame(UUID groupId) {
        return Objects.requireNonNull(frames(List.of(groupId)).get(groupId));
    }

    /** Proposals with this person in them whose purposes tell one of these tags, in one order for everybody. */
    List<UUID> proposalsTelling(Set<UUID> tagIds, UUID personId) {
        String query = """
                select distinct t.groupId
                from Membership m
                join PeerGroup g on g.id = m.groupId
                join GroupTag t on t.groupId = m.groupId
                where m.personId = :personId and m.state in (INVITED, ACTIVE)
                and g.state = PROPOSED and g.cohesion is not null
                and t.disclosed = true and t.tagId in :tagIds
                order by t.groupId
                """;
        return tagIds.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(query, UUID.class)
                        .setParameter("personId", personId)
                        .setParameter("tagIds", tagIds)
                        .getResultList();
    }

    /** Proposals with this person in them, which wait for as many people as those who are in them want. */
    List<UUID> proposalsWith(UUID personId) {
        // no join, which H2 would begin with all proposals while there are few, and go on so
        return getEntityManager()
                .createQuery("""
                        select m.groupId
                        from Membership m
                        where m.personId = :personId and m.state in (INVITED, ACTIVE)
                          and exists (select 1 from PeerGroup g
                            where g.id = m.groupId and g.state = PROPOSED and g.minAsked is not null)
                        """, UUID.class)
                .setParameter("personId", personId)
                .getResultList();
    }

    /** Proposals without an active member that are not of this formation. */
    List<UUID> unanswered(UUID except) {
        return getEntityManager()
                .createQuery("""
                        select g.id
                        from PeerGroup g
                        where g.state = PROPOSED and g.activeCount = 0
                          and (g.formationId is null or g.formationId <> :except)
                        """, UUID.class)
                .setParameter("except", except)
                .getResultList();
    }

    /** Closes those of these that are still proposals without an active member; gives how many. */
    int expire(Collection<UUID> groupIds, Instant now) {
        return Portions.of(groupIds, NAMES_AT_A_TIME)
                .mapToInt(some -> getEntityManager()
                        .createQuery("""
                                update PeerGroup g
                                set g.state = CLOSED, g.closedBecause = EXPIRED, g.closedAt = :now
                                where g.id in :some and g.state = PROPOSED and g.activeCount = 0
                                """)
                        .setParameter("now", now)
                        .setParameter("some", some)
                        .executeUpdate())
                .sum();
    }
}

package org.coterie.groups;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads who is in a group and what somebody is in: a few queries for however many, straight into records. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<Membership, Membership.Key> {

    private static final String SELECT_MEMBER = """
            select m.groupId, m.personId, m.state, m.affinity, m.because, m.since
            from Membership m
            """;

    private static final String CURRENT_OF = """
            select m.group_id, m.person_id, m.state, m.affinity, m.because, m.since
            from membership m join peer_group g on g.id = m.group_id
            where m.person_id = ? and m.state in (%s) and m.group_id > ? and g.state <> 'CLOSED'
            order by m.group_id fetch first ? rows only""";

    private final DataSource database;

    MembershipRepository(DataSource database) {
        this.database = database;
    }

    /** Who is invited to these groups or active in them, longest first. */
    Map<UUID, List<MemberRow>> members(Collection<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        String query = SELECT_MEMBER + """
                where m.groupId in :groupIds and m.state in (INVITED, ACTIVE)
                order by m.groupId, m.since, m.personId
                """;
        return getEntityManager()
                .createQuery(query, MemberRow.class)
                .setParameter("groupIds", groupIds)
                .getResultStream()
                .collect(groupingBy(MemberRow::groupId, LinkedHashMap::new, Collectors.toList()));
    }

    /** The same of one group. */
    List<MemberRow> members(UUID groupId) {
        return members(List.of(groupId)).getOrDefault(groupId, List.of());
    }

    /** Who was active in these groups and has left since then, latest first. */
    List<MemberRow> leftSince(Instant then, Collection<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return List.of();
        }
        String query = SELECT_MEMBER + """
                where m.groupId in :groupIds and m.state = LEFT and m.since > :then
                order by m.since desc, m.personId
                """;
        return getEntityManager()
                .createQuery(query, MemberRow.class)
                .setParameter("groupIds", groupIds)
                .setParameter("then", then)
                .getResultList();
    }

    /** How this person stands to these groups, where they are invited or active. */
    Map<UUID, MemberRow> membershipsOf(UUID personId, Collection<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        String query = SELECT_MEMBER + """
                where m.personId = :personId and m.groupId in :groupIds and m.state in (INVITED, ACTIVE)
                """;
        return getEntityManager()
                .createQuery(query, MemberRow.class)
                .setParameter("personId", personId)
                .setParameter("groupIds", groupIds)
                .getResultStream()
                .collect(toMap(MemberRow::groupId, row -> row));
    }

    /**
     * What this person is in right now, in the order of group ids; past Hibernate, which puts a query that takes a list
     * together anew each time.
     */
    List<MemberRow> currentOf(UUID personId, Collection<MembershipState> states, UUID after, int limit) {
        String anyOfThem = String.join(", ", Collections.nCopies(states.size(), "?"));
        List<Object> parameters = new ArrayList<>(List.of(personId));
        states.forEach(state -> parameters.add(state.name()));
        parameters.addAll(List.of(after, limit));
        flush();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CURRENT_OF.formatted(anyOfThem))) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            List<MemberRow> read = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read.add(MemberRow.read(rows));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("Memberships could not be read.", e);
        }
    }

    /** The first of each of these states, so many of it at most; in one query for whoever has no more in all. */
    List<MemberRow> firstOf(UUID personId, Map<MembershipState, Integer> most) {
        int inAll = most.values().stream().mapToInt(few -> few).sum();
        List<MemberRow> some = currentOf(personId, most.keySet(), GroupRepository.START, inAll + 1);
        return most.entrySet().stream()
                .flatMap(few -> (some.size() > inAll
                                ? currentOf(personId, Set.of(few.getKey()), GroupRepository.START, few.getValue())
                                : some)
                        .stream().filter(one -> one.state() == few.getKey()).limit(few.getValue()))
                .toList();
    }

    /** Groups, closed ones too, in which this person has a place. */
    List<UUID> groupsOf(UUID personId) {
        String query = """
                select m.groupId
                from Membership m
                where m.personId = :personId and m.state in (INVITED, ACTIVE)
                order by m.groupId
                """;
        return getEntityManager()
                .createQuery(query, UUID.class)
                .setParameter("personId", personId)
                .getResultList();
    }
}

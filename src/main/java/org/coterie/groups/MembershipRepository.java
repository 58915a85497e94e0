package org.coterie.groups;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.paging.FewRows;

/** Reads who is in a group and what somebody is in: a few queries for however many, straight into records. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<Membership, Membership.Key> {

    private static final String SELECT = "select " + MemberRow.COLUMNS + " from membership m ";

    private static final String CURRENT_OF = "select " + MemberRow.COLUMNS + ", " + GroupRow.COLUMNS + """
             from membership m join peer_group g on g.id = m.group_id
            where m.person_id = ? and m.state in (%s) and m.group_id > ? and g.state <> 'CLOSED'
            order by m.group_id fetch first ? rows only""";

    private static final String MEMBERS = SELECT + """
            where m.group_id in (%s) and m.state in ('INVITED', 'ACTIVE')
            order by m.group_id, m.since, m.person_id""";

    private static final String LEFT_SINCE = SELECT + """
            where m.group_id in (%s) and m.state = 'LEFT' and m.since > ?
            order by m.since desc, m.person_id""";

    private static final String OF_PERSON =
            SELECT + "where m.person_id = ? and m.group_id in (%s) and m.state in ('INVITED', 'ACTIVE')";

    private final FewRows few;

    MembershipRepository(FewRows few) {
        this.few = few;
    }

    private List<MemberRow> read(String sql, int places, List<?> parameters) {
        return read(sql, places, parameters, MemberRow::read);
    }

    private <T> List<T> read(String sql, int places, List<?> parameters, FewRows.Row<T> row) {
        flush();
        return few.all(parameters, sql.formatted(FewRows.places(places)), row);
    }

    /** Who is invited to these groups or active in them, longest first. */
    Map<UUID, List<MemberRow>> members(Collection<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        return read(MEMBERS, groupIds.size(), List.copyOf(groupIds)).stream()
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
        List<Object> parameters = new ArrayList<>(groupIds);
        parameters.add(then.atOffset(ZoneOffset.UTC));
        return read(LEFT_SINCE, groupIds.size(), parameters);
    }

    /** How this person stands to these groups, where they are invited or active. */
    Map<UUID, MemberRow> membershipsOf(UUID personId, Collection<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        List<Object> parameters = new ArrayList<>(List.of(personId));
        parameters.addAll(groupIds);
        return read(OF_PERSON, groupIds.size(), parameters).stream().collect(toMap(MemberRow::groupId, row -> row));
    }

    /** What this person is in right now, in the order of group ids. */
    List<MyPlace> currentOf(UUID personId, Collection<MembershipState> states, UUID after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(personId));
        states.forEach(state -> parameters.add(state.name()));
        parameters.addAll(List.of(after, limit));
        return read(CURRENT_OF, states.size(), parameters, MyPlace::read);
    }

    /** The first of each of these states, so many of it at most; in one query for whoever has no more in all. */
    List<MyPlace> firstOf(UUID personId, Map<MembershipState, Integer> most) {
        int inAll = most.values().stream().mapToInt(few -> few).sum();
        List<MyPlace> some = currentOf(personId, most.keySet(), GroupRepository.START, inAll + 1);
        return most.entrySet().stream()
                .flatMap(few -> (some.size() > inAll
                                ? currentOf(personId, Set.of(few.getKey()), GroupRepository.START, few.getValue())
                                : some)
                        .stream()
                                .filter(one -> one.mine().state() == few.getKey())
                                .limit(few.getValue()))
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

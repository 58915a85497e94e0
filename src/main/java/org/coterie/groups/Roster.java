package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coterie.groups.GroupSink.Consent;
import org.coterie.paging.Portions;
import org.coterie.paging.RowStream;

/** Who has a place in which group, or has said no to one, read from the database for many people at once. */
@ApplicationScoped
public class Roster {

    private static final int NAMES_AT_A_TIME = 1_000;

    private static final String SEATED = """
            select distinct m.personId
            from Membership m
            join PeerGroup g on g.id = m.groupId
            where m.personId in :personIds and m.state in (INVITED, ACTIVE) and g.state <> CLOSED
            """;

    private static final String AWAITING = SEATED + """
            and ((g.state = PROPOSED and g.minSize > g.minAsked)
                or exists (select 1 from Membership i where i.groupId = m.groupId and i.state = INVITED))
            """;

    private final EntityManager entities;
    private final RowStream rows;

    Roster(EntityManager entities, RowStream rows) {
        this.entities = entities;
        this.rows = rows;
    }

    /** Streams all groups that are not over. */
    @Transactional
    public void eachGroup(GroupSink sink) {
        each(
                "select g.id, g.active_count > 0, g.state, g.min_size, g.max_size, g.formation_id from peer_group g",
                row -> sink.group(
                        row.getObject(1, UUID.class),
                        consent(row.getBoolean(2), row.getString(3)),
                        row.getInt(4),
                        row.getString(3).equals("DORMANT") ? 0 : row.getInt(5),
                        row.getObject(6, UUID.class)));
        each(
                "select t.group_id, t.tag_id from group_tag t join peer_group g on g.id = t.group_id",
                row -> sink.tag(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        each(
                "select m.group_id, m.person_id, m.state in ('INVITED', 'ACTIVE')"
                        + " from membership m join peer_group g on g.id = m.group_id",
                row -> sink.place(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)));
    }

    private static Consent consent(boolean isAnswered, String state) {
        if (!isAnswered) {
            return Consent.NOBODYS;
        }
        return state.equals("PROPOSED") ? Consent.SOME : Consent.ENOUGH;
    }

    private void each(String select, RowStream.RowSink sink) {
        rows.each(
                select + " where g.state in ('PROPOSED', 'ACTIVE', 'QUIET', 'DORMANT')",
                RowStream.Parameters.NONE,
                sink);
    }

    /** Who of these is invited to, or active in, a group that is not closed. */
    @Transactional
    public Set<UUID> seated(Collection<UUID> personIds) {
        return named(personIds, SEATED);
    }

    /** Who of these is invited to, or active in, a group that waits for somebody's answer, or for more people than it asked. */
    @Transactional
    public Set<UUID> awaiting(Collection<UUID> personIds) {
        return named(personIds, AWAITING);
    }

    private Set<UUID> named(Collection<UUID> personIds, String query) {
        Set<UUID> named = new HashSet<>();
        Portions.of(new LinkedHashSet<>(personIds), NAMES_AT_A_TIME)
                .forEach(some -> named.addAll(entities.createQuery(query, UUID.class)
                        .setParameter("personIds", some)
                        .getResultList()));
        return named;
    }

    /** What these people have said no to, or left, since then. */
    @Transactional
    public List<Goodbye> goodbyes(Collection<UUID> personIds, Instant since) {
        String query = """
                select m.personId, m.groupId, t.tagId, m.state = LEFT
                from Membership m
                join GroupTag t on t.groupId = m.groupId
                where m.personId in :personIds and m.state in (DECLINED, LEFT) and m.since > :since
                """;
        return Portions.of(new LinkedHashSet<>(personIds), NAMES_AT_A_TIME)
                .flatMap(some -> entities
                        .createQuery(query, Goodbye.class)
                        .setParameter("personIds", some)
                        .setParameter("since", since)
                        .getResultList()
                        .stream())
                .toList();
    }
}

package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coterie.problem.Problem;

/** Reads and writes signals and what was found in them. */
@ApplicationScoped
class SignalRepository implements PanacheRepositoryBase<Signal, UUID> {

    private static final String NEWEST_OTHERS = """
            select o.tagId, o.signalId, o.saidAt
            from (
                select t.tagId as tagId, s.id as signalId, s.saidAt as saidAt,
                    row_number() over (partition by t.tagId order by s.id desc) as place
                from Signal s join SignalTag t on t.signalId = s.id
                where s.personId = :personId and s.id <> :signalId and t.tagId in :tagIds and t.confirmed = true
            ) o
            where o.place = 1""";

    /** Newest first; time-ordered ids are the order. */
    List<Signal> of(UUID personId, Optional<UUID> before, int limit) {
        var signals = before.isEmpty()
                ? find("personId = ?1 order by id desc", personId)
                : find("personId = ?1 and id < ?2 order by id desc", personId, before.get());
        return signals.page(Page.ofSize(limit)).list();
    }

    /**
     * What somebody said.
     *
     * @throws Problem UNKNOWN where they have not
     */
    Signal expect(UUID personId, UUID id) {
        return find("id = ?1 and personId = ?2", id, personId)
                .<Signal>firstResultOptional()
                .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-signal"));
    }

    List<SignalTag> tagsOf(Collection<UUID> signalIds) {
        return signalIds.isEmpty() ? List.of() : SignalTag.list("signalId in ?1", signalIds);
    }

    /** That a signal says a tag. */
    record Saying(UUID tagId, UUID signalId, Instant saidAt) {}

    /** For each of these tags the newest other signal of the same person in which they meant it too, if there is one. */
    Map<UUID, Saying> othersOf(Signal signal, Collection<UUID> tagIds) {
        return getEntityManager()
                .createQuery(NEWEST_OTHERS, Saying.class)
                .setParameter("personId", signal.personId)
                .setParameter("signalId", signal.id)
                .setParameter("tagIds", tagIds)
                .getResultStream()
                .collect(Collectors.toMap(Saying::tagId, Function.identity()));
    }

    /** The newest signal in which somebody meant this tag. */
    Optional<Signal> saying(UUID personId, UUID tagId) {
        return find("""
                        personId = ?1
                        and id in (select t.signalId from SignalTag t where t.tagId = ?2 and t.confirmed = true)
                        order by id desc""", personId, tagId).firstResultOptional();
    }

    /** Some that are still to be looked through, those that came first. */
    List<Signal> unread(int limit) {
        return find("unread = true order by id").page(Page.ofSize(limit)).list();
    }

    /** Those of these that still are, which nobody else looks through until the current transaction ends. */
    List<Signal> lockUnread(Collection<UUID> ids) {
        return find("unread = true and id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}

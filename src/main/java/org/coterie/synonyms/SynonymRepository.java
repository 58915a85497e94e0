package org.coterie.synonyms;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coterie.problem.Problem;

/** Reads proposals. */
@ApplicationScoped
class SynonymRepository implements PanacheRepositoryBase<Synonym, UUID> {

    /** One that nobody else changes until the transaction ends. */
    Synonym locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> unknown(id));
    }

    static Problem unknown(UUID id) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown-synonym", Map.of("id", id));
    }

    /**
     * Newest first; time-ordered ids are the order.
     *
     * @param tags of which one is named; any where absent
     */
    List<Synonym> newestFirst(
            Optional<Set<UUID>> tags, Optional<SynonymState> state, Optional<UUID> before, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        tags.ifPresent(some -> {
            conditions.add("(tagId in :tags or sameAsId in :tags)");
            values.put("tags", some);
        });
        state.ifPresent(one -> {
            conditions.add("state = :state");
            values.put("state", one);
        });
        before.ifPresent(id -> {
            conditions.add("id < :before");
            values.put("before", id);
        });
        String order = "order by id desc";
        PanacheQuery<Synonym> found =
                conditions.isEmpty() ? find(order) : find(String.join(" and ", conditions) + " " + order, values);
        return found.page(0, limit).list();
    }
}

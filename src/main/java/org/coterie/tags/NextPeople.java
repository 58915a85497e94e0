package org.coterie.tags;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Reads whose rows are to be moved next. */
public final class NextPeople {

    private NextPeople() {}

    /**
     * Some people, each once, in the order of the query.
     *
     * @param sql selects their ids in order: beyond the first parameter, and of what the second names
     */
    public static List<UUID> of(EntityManager em, String sql, UUID after, Object what, int limit) {
        List<?> rows = em.createNativeQuery(sql, UUID.class)
                .setParameter(1, after)
                .setParameter(2, what)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(UUID.class::cast).distinct().toList();
    }
}

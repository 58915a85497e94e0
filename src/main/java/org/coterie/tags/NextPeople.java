package org.coterie.tags;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads whose rows are to be moved next. */
public final class NextPeople {

    /** As many rows are read at once where only some of them are to be moved. */
    public static final int PORTION = 1_000;

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

    /**
     * Some people, each once and in order, of whose rows not all are to be moved.
     *
     * @param portion the next {@value #PORTION} rows beyond a person, in the order of their people, each of whom has one
     * @param whose the person of a row
     * @param chosen those of a portion's people of whom something is to be moved, in their order
     */
    public static <T> List<UUID> among(
            UUID after,
            int limit,
            Function<UUID, List<T>> portion,
            Function<T, UUID> whose,
            Function<List<T>, List<UUID>> chosen) {
        List<UUID> people = new ArrayList<>();
        UUID last = after;
        List<T> rows;
        do {
            rows = portion.apply(last);
            people.addAll(chosen.apply(rows));
            last = rows.isEmpty() ? last : whose.apply(rows.get(rows.size() - 1));
        } while (rows.size() == PORTION && people.size() < limit);
        return people.subList(0, Math.min(limit, people.size()));
    }
}

package org.coterie.tags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.coterie.paging.FewRows;
import org.coterie.paging.Portions;
import org.coterie.paging.RowStream;

/** Which tags mean nearly the same, and how sure that is. No two become one by it: that is said by a name of a tag. */
@ApplicationScoped
public class NearTags {

    /** As many parameters as either database takes with ease. */
    private static final int AT_ONCE = 500;

    /** Who is so sure that two mean the same needs no slip to explain it. */
    private static final double SURE = 0.8;

    private static final String NEAR = "select tag_id, near_id, confidence, slip from near_tag where tag_id = any (?)";

    private final FewRows few;
    private final RowStream rows;
    private final Slips slips;

    NearTags(FewRows few, RowStream rows, Slips slips) {
        this.few = few;
        this.rows = rows;
        this.slips = slips;
    }

    private static NearTag read(ResultSet row) throws SQLException {
        return new NearTag(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getDouble(3), row.getBoolean(4));
    }

    private boolean counts(NearTag pair) {
        return !pair.slip || slips.count(pair.tagId, pair.nearId);
    }

    /**
     * Hands over every pair that is sure enough, once and in no particular order, in constant memory.
     *
     * @param atLeast how sure, in (0, 1]
     */
    public void each(double atLeast, NearTagSink sink) {
        rows.each(
                "select tag_id, near_id, confidence, slip from near_tag where confidence >= ? and tag_id < near_id",
                select -> select.setDouble(1, atLeast),
                row -> {
                    NearTag pair = read(row);
                    if (counts(pair)) {
                        sink.accept(pair.tagId, pair.nearId, pair.confidence);
                    }
                });
    }

    /**
     * What is near these tags; slips as far as they are no words by now, from memory, see {@link
     * org.coterie.live.Live#catchUp}.
     *
     * @param atLeast how sure, in (0, 1]
     * @return for each tag that has near ones these, and how sure each is
     */
    @Transactional
    public Map<UUID, Map<UUID, Double>> of(Collection<UUID> tagIds, double atLeast) {
        Map<UUID, Map<UUID, Double>> near = new HashMap<>();
        Portions.of(tagIds, AT_ONCE)
                .flatMap(some -> few.with(some, NEAR, NearTags::read).stream())
                .filter(pair -> pair.confidence >= atLeast && counts(pair))
                .forEach(pair -> near.computeIfAbsent(pair.tagId, first -> new HashMap<>())
                        .put(pair.nearId, pair.confidence));
        return near;
    }

    /**
     * Says anew what is near some tags, which is so the other way round as well.
     *
     * @param confidences for each tag and every other that is near it how sure that is, in (0, 1]; nothing else is any more
     */
    @Transactional
    public void replaceAll(Map<UUID, Map<UUID, Double>> confidences) {
        replaceAll(confidences, Map.of());
    }

    /**
     * The same.
     *
     * @param slips also which of them may be mistyped for which other; of a pair that is sure without that this is not kept
     */
    @Transactional
    void replaceAll(Map<UUID, Map<UUID, Double>> confidences, Map<UUID, Map<UUID, Double>> slips) {
        forget(confidences.keySet());
        Map<NearTag.Key, NearTag> pairs =
                new TreeMap<>(Comparator.comparing(NearTag.Key::tagId).thenComparing(NearTag.Key::nearId));
        put(slips, true, pairs, 0);
        put(confidences, false, pairs, SURE);
        NearTag.persist(pairs.values().stream());
    }

    /** Puts them in place of those that are there where they are so sure. */
    private static void put(
            Map<UUID, Map<UUID, Double>> all, boolean slip, Map<NearTag.Key, NearTag> pairs, double insteadFrom) {
        all.forEach((tagId, near) -> near.forEach((nearId, confidence) -> {
            for (NearTag pair : List.of(
                    new NearTag(tagId, nearId, confidence, slip), new NearTag(nearId, tagId, confidence, slip))) {
                pairs.merge(
                        new NearTag.Key(pair.tagId, pair.nearId),
                        pair,
                        (before, now) -> now.confidence >= insteadFrom || !before.slip ? now : before);
            }
        }));
    }

    /** Says that nothing is near these tags; each way round by itself, since with an "or" no index would help. */
    private static void forget(Collection<UUID> tagIds) {
        Portions.of(tagIds, AT_ONCE).forEach(some -> {
            NearTag.delete("tagId in ?1", some);
            NearTag.delete("nearId in ?1", some);
        });
        NearTag.getEntityManager().clear();
    }
}

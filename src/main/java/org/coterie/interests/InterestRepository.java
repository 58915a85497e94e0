package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and writes what people care about. */
@ApplicationScoped
class InterestRepository implements PanacheRepositoryBase<Interest, Interest.Key> {

    /** As many parameters as either database takes with ease. */
    private static final int AT_ONCE = 1_000;

    /** What matters of an interest to who looks for company. */
    record Current(
            UUID personId, UUID tagId, Stance stance, short strength, Visibility visibility, Instant expressedAt) {}

    record HolderCount(UUID tagId, long holders) {}

    record Holder(UUID personId, Instant matchesUntil) {}

    record HolderOf(UUID tagId, UUID personId) {}

    List<Interest> of(UUID personId) {
        return list("personId", personId);
    }

    /** What became of a message, among all that its author cares about. */
    List<Interest> cameOf(Signal signal) {
        return list("personId = ?1 and signalId = ?2", signal.personId, signal.id);
    }

    List<Current> current(Collection<UUID> personIds, Instant now) {
        return inParts(
                personIds,
                part -> find("personId in ?1 and visibility <> ?2 and matchesUntil > ?3", part, Visibility.PRIVATE, now)
                        .project(Current.class)
                        .list());
    }

    List<Statement> statements(Collection<UUID> personIds, Collection<UUID> tagIds, Instant now) {
        return inParts(
                personIds,
                part -> find(
                                "personId in ?1 and tagId in ?2 and visibility <> ?3 and matchesUntil > ?4",
                                part,
                                tagIds,
                                Visibility.PRIVATE,
                                now)
                        .project(Statement.class)
                        .list());
    }

    List<HolderCount> publicHolders(Collection<UUID> tagIds, Instant now) {
        // the time is no condition: with one, H2 reads the whole index instead of looking each tag up
        String query = """
                select i.tagId as tagId, count(case when i.matchesUntil > ?3 then 1 end) as holders
                from Interest i
                where i.tagId in ?1 and i.visibility = ?2
                group by i.tagId
                """;
        return inParts(
                tagIds,
                part -> find(query, part, Visibility.PUBLIC, now)
                        .project(HolderCount.class)
                        .list());
    }

    private static <R> List<R> inParts(Collection<UUID> ids, Function<List<UUID>, List<R>> read) {
        List<UUID> all = List.copyOf(ids);
        List<R> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(read.apply(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return found;
    }

    Map<UUID, List<UUID>> holdersOf(Collection<UUID> tagIds, Instant now, int limit) {
        return find("tagId in ?1 and visibility <> ?2 and matchesUntil > ?3", tagIds, Visibility.PRIVATE, now)
                .page(Page.ofSize(limit))
                .project(HolderOf.class)
                .stream()
                .collect(Collectors.groupingBy(
                        HolderOf::tagId, Collectors.mapping(HolderOf::personId, Collectors.toList())));
    }

    /** Each visibility for itself, because the index then has the order already. */
    List<UUID> holdersOf(UUID tagId, Instant now, int limit) {
        List<Holder> holders = new ArrayList<>(holdersOf(tagId, Visibility.PUBLIC, now, limit));
        holders.addAll(holdersOf(tagId, Visibility.MATCH_ONLY, now, limit));
        holders.sort(Comparator.comparing(Holder::matchesUntil).reversed().thenComparing(Holder::personId));
        return holders.stream().limit(limit).map(Holder::personId).toList();
    }

    private List<Holder> holdersOf(UUID tagId, Visibility visibility, Instant now, int limit) {
        return find("""
                        tagId = ?1 and visibility = ?2 and matchesUntil > ?3
                        order by tagId, visibility, matchesUntil desc, personId
                        """, tagId, visibility, now)
                .page(Page.ofSize(limit))
                .project(Holder.class)
                .list();
    }
}

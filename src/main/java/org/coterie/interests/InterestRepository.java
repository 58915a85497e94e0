package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coterie.paging.FewRows;
import org.coterie.paging.Portions;
import org.coterie.tags.TagMoves;

/** Reads and writes what people care about. */
@ApplicationScoped
class InterestRepository implements PanacheRepositoryBase<Interest, Interest.Key> {

    /** As many parameters as either database takes with ease. */
    private static final int AT_ONCE = 1_000;

    private static final String OF_PERSON = """
            select person_id, tag_id, label, stance, strength, visibility, why, expressed_at, until_at, matches_until, signal_id
            from interest where person_id = ?""";

    private static final String STATEMENTS = """
            select person_id, tag_id, stance, why, matches_until <= ? from interest
            where person_id in (%s) and tag_id in (%s) and visibility <> 'PRIVATE'
                and (matches_until > ? or until_at <= ?)""";

    private final FewRows few;
    private final TagMoves moves;

    InterestRepository(FewRows few, TagMoves moves) {
        this.few = few;
        this.moves = moves;
    }

    /** What matters of an interest to who looks for company. */
    record Current(
            UUID personId, UUID tagId, Stance stance, short strength, Visibility visibility, Instant expressedAt) {}

    /** How somebody writes a tag. */
    record Written(UUID tagId, String label) {}

    List<Interest> of(UUID personId) {
        return list("personId", personId);
    }

    /** The same, read past Hibernate and only to be looked at. */
    List<Interest> lookAt(UUID personId) {
        return few.all(List.of(personId), OF_PERSON, Interest::read);
    }

    List<Interest> of(UUID personId, Collection<UUID> tagIds) {
        return tagIds.isEmpty() ? List.of() : list("personId = ?1 and tagId in ?2", personId, tagIds);
    }

    /** When those of somebody that are over by now ended. */
    Set<Instant> ends(UUID personId, Instant now) {
        return list("personId = ?1 and untilAt <= ?2", personId, now).stream()
                .map(interest -> Objects.requireNonNull(interest.untilAt))
                .collect(Collectors.toSet());
    }

    /**
     * Somebody takes these back: no message of before says them any more, and they come back of none of the tags that have
     * become one, should they be several again.
     */
    void takeBack(UUID personId, Collection<Interest> gone) {
        gone.forEach(this::delete);
        if (!gone.isEmpty()) {
            comeBackNoMore(Map.of(
                    personId, gone.stream().map(interest -> interest.tagId).collect(Collectors.toSet())));
        }
    }

    /** What each of these people has taken back comes back of no message of before, and of none of the tags that have become one. */
    void comeBackNoMore(Map<UUID, Set<UUID>> goneByPerson) {
        Map<UUID, Set<UUID>> namesakes = new HashMap<>();
        Portions.of(goneByPerson.keySet(), AT_ONCE)
                .flatMap(some -> MovedInterest.whoOf(some).stream())
                .forEach(person -> Objects.requireNonNull(goneByPerson.get(person))
                        .forEach(gone -> forget(person, namesakes.computeIfAbsent(gone, moves::namesakes))));
        Portions.of(goneByPerson.keySet(), AT_ONCE).forEach(SignalTag::meanOnlyWhatIsHeld);
    }

    private static void forget(UUID person, Set<UUID> namesakes) {
        MovedInterest.delete("personId = ?1 and tagId in ?2", person, namesakes);
        MovedSignalTag.meanNoMore(person, namesakes);
    }

    /** What became of a message, among all that its author cares about. */
    List<Interest> cameOf(Signal signal) {
        return list("personId = ?1 and signalId = ?2", signal.personId, signal.id);
    }

    List<Current> current(UUID personId, Instant now) {
        return find("personId = ?1 and visibility <> ?2 and matchesUntil > ?3", personId, Visibility.PRIVATE, now)
                .project(Current.class)
                .list();
    }

    /** What these people say of these tags, and said until a time that is over. */
    List<Statement> statements(Collection<UUID> personIds, Collection<UUID> tagIds, Instant now) {
        if (tagIds.isEmpty()) {
            return List.of();
        }
        flush();
        return inParts(personIds, part -> {
            var then = now.atOffset(ZoneOffset.UTC);
            List<Object> parameters = new ArrayList<>(List.of(then));
            parameters.addAll(part);
            parameters.addAll(tagIds);
            parameters.addAll(List.of(then, then));
            String sql = STATEMENTS.formatted(FewRows.places(part.size()), FewRows.places(tagIds.size()));
            return few.all(parameters, sql, Statement::read);
        });
    }

    /** How these people write these tags, as far as they tell it. */
    List<Written> written(Collection<UUID> personIds, Collection<UUID> tagIds) {
        return inParts(
                personIds,
                part -> find("personId in ?1 and tagId in ?2 and visibility = ?3", part, tagIds, Visibility.PUBLIC)
                        .project(Written.class)
                        .list());
    }

    private static <R> List<R> inParts(Collection<UUID> ids, Function<List<UUID>, List<R>> read) {
        return Portions.of(ids, AT_ONCE)
                .flatMap(some -> read.apply(some).stream())
                .toList();
    }
}

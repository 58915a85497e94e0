package org.coterie.synonyms;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coterie.tags.TagMove;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** That two tags are one: proposed, in effect, undone. Whoever changes it, or a voice, has locked its row. */
@Entity
class Synonym extends PanacheEntityBase {

    private static final List<SynonymState> MOVING =
            List.of(SynonymState.AGREED, SynonymState.MERGING, SynonymState.UNDOING);

    private static final List<SynonymState> IN_EFFECT =
            List.of(SynonymState.AGREED, SynonymState.MERGING, SynonymState.MERGED, SynonymState.UNDOING);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** What builds on one that is still to be done waits for it; what is undone has nothing that builds on it. */
    private static final String FIRST = """
            from Synonym s where s.state in ?1 and (s.retryAt is null or s.retryAt <= ?2)
            and (s.state = UNDOING or not exists (
                select 1 from Synonym f where f.state in ?1
                and (f.queuedAt < s.queuedAt or f.queuedAt = s.queuedAt and f.id < s.id)
                and (f.goneId in (s.goneId, s.keptId) or f.keptId in (s.goneId, s.keptId))))
            order by s.queuedAt, s.id""";

    private static final String ONCE_MORE = """
            state = ?1 and lookAgainAt <= ?2 and (retryAt is null or retryAt <= ?2) order by lookAgainAt""";

    @Id
    UUID id;

    UUID tagId;
    UUID sameAsId;

    @Nullable
    String language;

    /** Who proposed it; the operator has no id. */
    @Nullable
    UUID proposedBy;

    @Nullable
    UUID goneId;

    @Nullable
    UUID keptId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    SynonymState state;

    @Nullable
    String openPair;

    double progress;
    Instant createdAt;
    Instant endsAt;

    @Nullable
    Instant queuedAt;

    @Nullable
    Instant mergedAt;

    @Nullable
    Instant undoUntil;

    @Nullable
    Instant lookAgainAt;

    @Nullable
    UUID worker;

    @Nullable
    Instant heartbeatAt;

    /** How often in a row it could not be moved. */
    int failures;

    /** Not before this it is tried again; null where it is not waited. */
    @Nullable
    Instant retryAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Synonym() {}

    Synonym(UUID tagId, UUID sameAsId, @Nullable String language, Instant createdAt, Instant endsAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.tagId = tagId;
        this.sameAsId = sameAsId;
        this.language = language;
        this.state = SynonymState.PROPOSED;
        this.openPair = pair(tagId, sameAsId);
        this.createdAt = createdAt;
        this.endsAt = endsAt;
    }

    private static String pair(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? "%s %s".formatted(one, other) : "%s %s".formatted(other, one);
    }

    /** One that is proposed for these two, in either order. */
    static Optional<Synonym> open(UUID one, UUID other) {
        return Synonym.<Synonym>find("openPair", pair(one, other))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** How many of somebody's proposals nobody has decided on yet. */
    static long openBy(UUID personId) {
        return count("proposedBy = ?1 and state = ?2", personId, SynonymState.PROPOSED);
    }

    /** It is in effect from now on. */
    TagMove takeEffect(UUID gone, UUID kept, Instant now, Instant until, Instant again) {
        goneId = gone;
        keptId = kept;
        state = SynonymState.AGREED;
        openPair = null;
        queuedAt = now;
        mergedAt = now;
        undoUntil = until;
        lookAgainAt = again;
        return move();
    }

    /** It is taken back from now on. */
    TagMove undo(Instant now) {
        TagMove move = move();
        state = SynonymState.UNDOING;
        progress = 0;
        queuedAt = now;
        undoUntil = null;
        lookAgainAt = null;
        failures = 0;
        retryAt = null;
        return move;
    }

    /** It could not be moved: it waits, twice as long each time, while what is behind it goes on, whoever does it. */
    void fail(Instant now) {
        retryAt = now.plusSeconds(Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(failures, 30)));
        failures++;
        worker = null;
    }

    void end(SynonymState how) {
        state = how;
        openPair = null;
    }

    /** What is to be moved where, or back. */
    TagMove move() {
        return new TagMove(
                id,
                Objects.requireNonNull(goneId),
                Objects.requireNonNull(keptId),
                Objects.requireNonNull(mergedAt),
                state == SynonymState.UNDOING);
    }

    /** The last that has become part of, or taken in, the tag that stays, later than this, and still is. */
    Optional<Synonym> overtaking() {
        return Synonym.<Synonym>find(
                        "id <> ?1 and state in ?2 and mergedAt >= ?3 and (keptId = ?4 or goneId = ?4)"
                                + " order by mergedAt desc, id desc",
                        id,
                        IN_EFFECT,
                        mergedAt,
                        keptId)
                .firstResultOptional();
    }

    /** Ends what is proposed of a tag that has given way. */
    static void endThoseOf(UUID goneId, UUID except) {
        update(
                "state = ?1, openPair = null where state = ?2 and (tagId = ?3 or sameAsId = ?3) and id <> ?4",
                SynonymState.EXPIRED,
                SynonymState.PROPOSED,
                goneId,
                except);
    }

    /** Ends one that cannot take effect any more. */
    static void endProposed(UUID id) {
        update(
                "state = ?1, openPair = null where state = ?2 and id = ?3",
                SynonymState.EXPIRED,
                SynonymState.PROPOSED,
                id);
    }

    /** Proposals that are not over, in their order beyond one. */
    static List<Synonym> openBeyond(UUID after, Instant now, int limit) {
        return Synonym.<Synonym>find(
                        "state = ?1 and id > ?2 and endsAt > ?3 order by id", SynonymState.PROPOSED, after, now)
                .page(0, limit)
                .list();
    }

    /** Ends proposals whose time is up. */
    static void expire(Instant now) {
        update(
                "state = ?1, openPair = null where state = ?2 and endsAt <= ?3",
                SynonymState.EXPIRED,
                SynonymState.PROPOSED,
                now);
    }

    /** The one whose turn it is: in the order of their decisions, and those last that are looked at once more. */
    static Optional<Synonym> next(Instant now) {
        return Synonym.<Synonym>find(FIRST, MOVING, now)
                .firstResultOptional()
                .or(() -> find(ONCE_MORE, SynonymState.MERGED, now).firstResultOptional());
    }

    /** Whether another process is at one of them and has said so since. */
    static boolean anyAtWork(UUID except, Instant since) {
        return count("state in ?1 and worker <> ?2 and heartbeatAt > ?3", IN_EFFECT, except, since) > 0;
    }

    /** How many could not be moved the last time that it was tried. */
    static long failing() {
        return count("state in ?1 and failures > 0", IN_EFFECT);
    }

    /** Those that cannot be undone any more, and of which it is still kept what was before. */
    static List<Synonym> settled(Instant now, int limit) {
        return Synonym.<Synonym>find("state = ?1 and undoUntil <= ?2 and lookAgainAt is null", SynonymState.MERGED, now)
                .page(0, limit)
                .list();
    }

    /** Whether it is still this that is to be done, and by this process; it has then said so. */
    static boolean beat(UUID id, SynonymState state, UUID worker, double progress, Instant now) {
        return update(
                        "heartbeatAt = ?1, progress = ?2 where id = ?3 and state = ?4 and worker = ?5",
                        now,
                        progress,
                        id,
                        state,
                        worker)
                > 0;
    }
}

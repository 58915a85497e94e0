package org.coterie.tags;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Tags that become one, or are two again. Their names do so at once; what is kept under them follows, person by person, in
 * transactions of its own or right before whoever is asked for changes something themselves.
 */
@ApplicationScoped
public class TagMoves {

    /** Nobody waits longer for others. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Clock clock;
    private final ChangeLog log;
    private final List<TagMover> movers;
    private final TagNames names;

    TagMoves(Clock clock, ChangeLog log, @All List<TagMover> movers, TagNames names) {
        this.clock = clock;
        this.log = log;
        this.movers = movers;
        this.names = names;
    }

    /**
     * Has the names of one tag lead to another, as part of the current transaction. What is kept under it has to be moved
     * then.
     *
     * @param language in which the one is what the other is called; null where it is in none
     * @throws Problem CONFLICT where one of the two leads elsewhere by now
     */
    @Transactional(TxType.MANDATORY)
    public void begin(TagMove move, @Nullable String language) {
        names.merge(move, language);
        new TagMoveRow(move, clock.instant()).persist();
    }

    /**
     * Has these names lead to two tags again, as part of the current transaction. What was moved has to be moved back then.
     *
     * @throws Problem CONFLICT where the name that gave way means something else by now
     */
    @Transactional(TxType.MANDATORY)
    public void beginUndoing(TagMove move) {
        names.split(move);
        TagMoveRow.deleteById(move.id());
        TagMoveRow.flush();
        new TagMoveRow(move.undone(), clock.instant()).persist();
    }

    /** What there was has been moved, as part of the current transaction; what others have begun to write may come yet. */
    @Transactional(TxType.MANDATORY)
    public void moved(UUID moveId) {
        TagMoveRow.update("atWork = false where id = ?1", moveId);
    }

    /** Whether something is being moved right now; one that takes too long, or cannot go on, stands in nobody's way. */
    @Transactional
    public boolean isAtWork() {
        return TagMoveRow.anyAtWorkSince(clock.instant().minus(LONGEST_WAIT));
    }

    /** Whether something is still to be moved back. */
    @Transactional
    public boolean isUndoing() {
        return TagMoveRow.anyBack();
    }

    /** Whether a room had better be left alone right now. */
    public boolean isInTheWay() {
        return !movers.stream().allMatch(TagMover::isReady);
    }

    /** Nothing is to be moved any more, as part of the current transaction. */
    @Transactional(TxType.MANDATORY)
    public void end(UUID moveId) {
        TagMoveRow.deleteById(moveId);
    }

    /** Forgets what was before a move, as part of the current transaction. */
    @Transactional(TxType.MANDATORY)
    public void forget(UUID moveId) {
        names.forget(moveId);
        movers.forEach(mover -> mover.forget(moveId));
    }

    /** Whoever moves something. */
    public List<TagMover> movers() {
        return movers;
    }

    /** Moves what is of these people, who are held still, as part of the current transaction. */
    @Transactional(TxType.MANDATORY)
    public void movePeople(TagMove move, Collection<UUID> people) {
        movers.forEach(mover -> mover.movePeople(move, people));
        log.noteAll(Topic.INTERESTS, people);
    }

    /**
     * Moves whatever is still to be moved of these people, who are held still, as part of the current transaction: to be
     * called before anything of what they care about is read in order to change it. Mostly there is nothing to move.
     */
    @Transactional(TxType.MANDATORY)
    public void settle(Collection<UUID> people) {
        if (!people.isEmpty()) {
            TagMoveRow.all().forEach(move -> movePeople(move, people));
        }
    }

    /** Whether these are names of two tags that have become one and may be two again. */
    @Transactional
    public boolean wereTwo(TagName one, TagName other) {
        return names.wereTwo(one.key(), other.key());
    }

    /** What becomes of two things, each said of one of two tags that have become one. */
    @FunctionalInterface
    public interface Joining<T> {

        /** The one that counts now; what each was is kept for when they are two again. */
        T one(TagMove move, T gone, T stayed);
    }

    /**
     * What somebody says of one tag by several names that were of two, as one, as part of the current transaction.
     *
     * @param said by the names, in the order in which it is said
     */
    @Transactional(TxType.MANDATORY)
    public <T> T join(UUID tagId, Map<TagName, T> said, Joining<T> joining) {
        Map<String, T> byKey = new LinkedHashMap<>();
        said.forEach((name, one) -> byKey.put(name.key(), one));
        return MovedTag.join(tagId, byKey, joining);
    }

    /**
     * One of two tags that have become one.
     *
     * @param move that made them one
     * @param tagId the one
     */
    public record Part(TagMove move, UUID tagId) {}

    /**
     * Of two names of a tag what the one is, or was until that was taken back, a name of before it became one with what the other
     * was, as part of the current transaction.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Part> partOf(UUID tagId, TagName one, TagName other) {
        return one.key().equals(other.key()) || !MovedTag.isOrWas(tagId, one.key())
                ? Optional.empty()
                : MovedTag.part(tagId, one.key(), other.key());
    }

    /** The moves by which a name has come to lead to a tag, the last first, as part of the current transaction. */
    @Transactional(TxType.MANDATORY)
    public List<TagMove> wayOf(UUID tagId, TagName name) {
        return MovedTag.way(tagId, name.key());
    }

    /** Of these tags those that others have become one with, and that may be two again, as part of the current transaction. */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> whereOthersCameTo(Collection<UUID> tagIds) {
        return MovedTag.staying(tagIds);
    }

    /** Whether what is called the one became part of a tag called the other, and may be of its own again. */
    @Transactional
    public boolean gaveWay(TagName one, TagName other) {
        return names.gaveWay(one.key(), other.name());
    }

    /** A tag, and all those that have become one with it. */
    @Transactional
    public Set<UUID> namesakes(UUID tagId) {
        return Tag.namesakes(tagId).stream().map(tag -> tag.id).collect(Collectors.toSet());
    }
}

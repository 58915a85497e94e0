package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.KnownTag;
import org.coterie.tags.NextPeople;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Interests follow their tag. Where they go back, what somebody has said of one since goes back with it, to the name that they
 * used; what they have taken back stays taken back, and so does what came of a signal that is gone.
 */
@ApplicationScoped
class InterestMover implements TagMover {

    /** One pass over the primary key, which holds both columns. */
    private static final String NEXT = """
            select person_id from interest where person_id > ?1 and tag_id = ?2 order by person_id""";

    private static final String NEXT_BACK = """
            select person_id from moved_interest where move_id = ?2 and person_id > ?1 order by move_id, person_id""";

    private static final String KEEP = """
            insert into moved_interest (move_id, person_id, tag_id, label, stance, strength, visibility, why,
                expressed_at, until_at, matches_until, signal_id)
            select cast(:move as uuid), i.person_id, i.tag_id, i.label, i.stance, i.strength, i.visibility, i.why,
                i.expressed_at, i.until_at, i.matches_until, i.signal_id
            from interest i
            where i.person_id in (:people) and i.tag_id in (:from, :to)
            and exists (select 1 from interest f where f.person_id = i.person_id and f.tag_id = :from)
            and not exists (select 1 from moved_interest m where m.move_id = :move and m.person_id = i.person_id)""";

    static final String MOVE = "update interest set tag_id = :into where tag_id = :out and person_id in (:people)";

    private final Event<InterestsWentBack> wentBack;
    private final ChangeLog log;
    private final Events events;
    private final Fading fading;
    private final InterestRepository repository;
    private final SaidInSignals said;
    private final Tags tags;

    InterestMover(
            Event<InterestsWentBack> wentBack,
            ChangeLog log,
            Events events,
            InterestsConfig config,
            InterestRepository repository,
            SaidInSignals said,
            Tags tags) {
        this.wentBack = wentBack;
        this.log = log;
        this.events = events;
        this.fading = new Fading(config.halfLife());
        this.repository = repository;
        this.said = said;
        this.tags = tags;
    }

    @Override
    public List<UUID> people(TagMove move, UUID after, int limit) {
        Object what = move.back() ? move.id() : move.from();
        return NextPeople.of(em(), move.back() ? NEXT_BACK : NEXT, after, what, limit);
    }

    @Override
    public void movePeople(TagMove move, Collection<UUID> people) {
        if (move.back()) {
            moveBack(move, people);
        } else {
            moveOn(move, people);
        }
    }

    private void moveOn(TagMove move, Collection<UUID> people) {
        Map<UUID, Interest> going = held(people, move.from());
        if (going.isEmpty()) {
            return;
        }
        Set<UUID> whose = going.keySet();
        query(KEEP)
                .setParameter("move", move.id())
                .setParameter("people", whose)
                .setParameter("from", move.from())
                .setParameter("to", move.to())
                .executeUpdate();
        var twice = new Twice(move.mergedAt(), fading);
        Map<UUID, Interest> once = new HashMap<>(going);
        held(whose, move.to()).forEach((person, staying) -> {
            Interest gone = Objects.requireNonNull(once.remove(person));
            staying.take(twice.one(gone, staying));
            repository.delete(gone);
        });
        repository.flush();
        move(once, move.from(), move.to());
        log.noteAll(Topic.INTERESTS, whose);
        events.tell(Fact.synonymApplied(move.id(), whose));
    }

    private void move(Map<UUID, Interest> theirs, UUID out, UUID into) {
        if (!theirs.isEmpty()) {
            query(MOVE)
                    .setParameter("into", into)
                    .setParameter("out", out)
                    .setParameter("people", theirs.keySet())
                    .executeUpdate();
            // they are not there any more, so that whoever holds the people still may say the same anew
            theirs.values().forEach(em()::detach);
        }
    }

    private void moveBack(TagMove move, Collection<UUID> people) {
        Map<UUID, Interest> going = new HashMap<>();
        Map<UUID, Interest> staying = new HashMap<>();
        for (MovedInterest was : MovedInterest.of(move.id(), people)) {
            (was.tagId.equals(move.from()) ? going : staying).put(was.personId, was.interest());
        }
        Set<UUID> all = new HashSet<>(going.keySet());
        all.addAll(staying.keySet());
        if (all.isEmpty()) {
            return;
        }
        var back = new Back(move, all);
        going.forEach((person, was) -> back.restore(was, staying.get(person)));
        staying.forEach((person, was) -> {
            if (!going.containsKey(person)) {
                back.part(was);
            }
        });
        repository.flush();
        move(back.once, move.to(), move.from());
        query("delete from moved_interest where move_id = :move and person_id in (:people)")
                .setParameter("move", move.id())
                .setParameter("people", all)
                .executeUpdate();
        log.noteAll(Topic.INTERESTS, all);
        events.tell(Fact.synonymUndone(move.id(), all));
        said.keep(move, back.once.keySet());
        Set<UUID> without = new HashSet<>(all);
        without.removeAll(held(without, move.to()).keySet());
        wentBack.fire(new InterestsWentBack(move, without));
    }

    /** The way back of a few people's interests. */
    private final class Back {

        private final TagMove move;
        private final Twice twice;
        private final Map<UUID, Interest> now;
        private final Set<UUID> again;

        /** Whose interest goes back as it is now. */
        private final Map<UUID, Interest> once = new HashMap<>();

        Back(TagMove move, Set<UUID> people) {
            this.move = move;
            this.twice = new Twice(move.mergedAt(), fading);
            this.now = held(people, move.to());
            this.again = held(people, move.from()).keySet();
        }

        /**
         * Restores what somebody held.
         *
         * @param was in the tag that gave way
         * @param beside in the tag that stayed; null where they held that one only
         */
        void restore(Interest was, @Nullable Interest beside) {
            UUID person = was.personId;
            Interest current = now.get(person);
            if (current == null) {
                return;
            }
            if (beside == null) {
                if (again.contains(person)) {
                    // they have said it anew by its old name
                    repository.delete(current);
                } else if (!current.label.equals(was.label) && leadsOn(current.label)) {
                    // they have said it anew by the name of the other
                    bring(was);
                } else {
                    nameAsBefore(current, was);
                    once.put(person, current);
                }
            } else if (current.isStill(twice.one(was, beside))) {
                current.take(beside);
                bring(was);
            } else if (leadsBack(current.label)) {
                was.take(current);
                current.take(beside);
                bring(was);
            } else {
                bring(was);
            }
        }

        /**
         * Where somebody held the tag that stayed alone, and has said it by the name of the other since, they hold both.
         *
         * @param was in the tag that stayed
         */
        void part(Interest was) {
            Interest current = now.get(was.personId);
            if (current != null && leadsBack(current.label)) {
                var other = new Interest(was.personId, move.from());
                other.take(current);
                current.take(was);
                bring(other);
            }
        }

        /** What is written otherwise since would be called by a name that means the other tag. */
        private void nameAsBefore(Interest current, Interest was) {
            if (!current.label.equals(was.label) && !leadsBack(current.label)) {
                current.label = was.label;
            }
        }

        private boolean leadsBack(String label) {
            return !tags.oldNames(move, List.of(label)).isEmpty();
        }

        private boolean leadsOn(String label) {
            return tags.find(label).map(KnownTag::id).filter(move.to()::equals).isPresent();
        }

        private void bring(Interest was) {
            // what its signal does not say any more is looked at when those have gone back as well
            if (!again.contains(was.personId)) {
                repository.persist(was);
            }
        }
    }

    private Map<UUID, Interest> held(Collection<UUID> people, UUID tagId) {
        Map<UUID, Interest> held = new HashMap<>();
        repository.list("personId in ?1 and tagId = ?2", people, tagId).forEach(one -> held.put(one.personId, one));
        return held;
    }

    @Override
    public void forget(UUID moveId) {
        query("delete from moved_interest where move_id = :move")
                .setParameter("move", moveId)
                .executeUpdate();
    }

    private Query query(String sql) {
        return em().createNativeQuery(sql);
    }

    private EntityManager em() {
        return repository.getEntityManager();
    }
}

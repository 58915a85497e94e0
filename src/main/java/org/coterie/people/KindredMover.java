package org.coterie.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.NextPeople;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;
import org.jspecify.annotations.Nullable;

/** With which tags people do not want to be the only one: that follows the tags, and is called as they called it. */
@ApplicationScoped
class KindredMover implements TagMover {

    private static final String NEXT =
            "select id from person where not_the_only_one_with like ?2 and id > ?1 order by id";

    private static final String NEXT_BACK =
            "select person_id from moved_kindred where move_id = ?2 and person_id > ?1 order by person_id";

    private final ChangeLog log;
    private final EntityManager em;

    KindredMover(ChangeLog log, EntityManager em) {
        this.log = log;
        this.em = em;
    }

    @Override
    public List<UUID> people(TagMove move, UUID after, int limit) {
        Object what = move.back() ? move.id() : "%%%s:%%".formatted(move.from());
        return NextPeople.of(em, move.back() ? NEXT_BACK : NEXT, after, what, limit);
    }

    @Override
    public void movePeople(TagMove move, Collection<UUID> people) {
        List<UUID> moved = new ArrayList<>();
        if (move.back()) {
            for (MovedKindred was :
                    MovedKindred.<MovedKindred>list("moveId = ?1 and personId in ?2", move.id(), people)) {
                Person person = Person.findById(was.personId);
                person.notTheOnlyOneWith = back(move, person.notTheOnlyOneWith, was.named);
                was.delete();
                moved.add(person.id);
            }
        } else {
            String named = "%%%s:%%".formatted(move.from());
            for (Person person : Person.<Person>list("id in ?1 and notTheOnlyOneWith like ?2", people, named)) {
                moveOn(move, person);
                moved.add(person.id);
            }
        }
        Person.flush();
        log.noteAll(Topic.PEOPLE, moved);
    }

    private static void moveOn(TagMove move, Person person) {
        String before = person.notTheOnlyOneWith;
        if (before != null && MovedKindred.findById(new MovedKindred.Key(move.id(), person.id)) == null) {
            new MovedKindred(move.id(), person.id, before).persist();
        }
        person.notTheOnlyOneWith = moved(move, before);
    }

    /** The one tag in place of the other; of two that have become one the first. */
    private static @Nullable String moved(TagMove move, @Nullable String named) {
        Map<UUID, Kindred> moved = new LinkedHashMap<>();
        for (Kindred one : Kindred.read(named)) {
            UUID tagId = one.tagId().equals(move.from()) ? move.to() : one.tagId();
            moved.putIfAbsent(tagId, new Kindred(tagId, one.tag()));
        }
        return Kindred.write(List.copyOf(moved.values()));
    }

    /** As it was, where nothing has been said since; else what is named now as it was named then, where it is still named. */
    private static @Nullable String back(TagMove move, @Nullable String now, String before) {
        if (Objects.equals(now, moved(move, before))) {
            return before;
        }
        List<Kindred> both = Kindred.read(before).stream()
                .filter(one -> one.tagId().equals(move.from()) || one.tagId().equals(move.to()))
                .toList();
        return Kindred.write(Kindred.read(now).stream()
                .flatMap(one -> one.tagId().equals(move.to()) ? both.stream() : Stream.of(one))
                .limit(Kindred.MOST)
                .toList());
    }

    @Override
    public void forget(UUID moveId) {
        MovedKindred.delete("moveId", moveId);
    }
}

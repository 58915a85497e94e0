package org.coterie.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.NextPeople;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagMover;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** With which tags people do not want to be the only one: that follows the tags, and is called as the one that stays. */
@ApplicationScoped
class KindredMover implements TagMover {

    private static final String NEXT =
            "select id from person where not_the_only_one_with like ?2 and id > ?1 order by id";

    private static final String NEXT_BACK =
            "select person_id from moved_kindred where move_id = ?2 and person_id > ?1 order by person_id";

    private final ChangeLog log;
    private final EntityManager em;
    private final Tags tags;

    KindredMover(ChangeLog log, EntityManager em, Tags tags) {
        this.log = log;
        this.em = em;
        this.tags = tags;
    }

    @Override
    public List<UUID> people(TagMove move, UUID after, int limit) {
        Object what = move.back() ? move.id() : "%%%s:%%".formatted(move.from());
        List<UUID> kept = NextPeople.of(em, move.back() ? NEXT_BACK : NEXT, after, what, limit);
        return move.back() && kept.isEmpty() ? since(move, after, limit) : kept;
    }

    /** Those who have named it since by a name of the tag that gave way. */
    private List<UUID> since(TagMove move, UUID after, int limit) {
        String named = "%%%s:%%".formatted(move.to());
        return NextPeople.among(
                after,
                limit,
                last -> NextPeople.of(em, NEXT, last, named, NextPeople.PORTION),
                person -> person,
                some -> {
                    Map<UUID, String> going = saidSince(move, some);
                    return some.stream().filter(going::containsKey).toList();
                });
    }

    /** What of these people is to be kept instead, who have named it so. */
    private Map<UUID, String> saidSince(TagMove move, Collection<UUID> people) {
        Map<UUID, List<Kindred>> named = new HashMap<>();
        for (Person person : people.isEmpty() ? List.<Person>of() : Person.<Person>list("id in ?1", people)) {
            named.put(person.id, Kindred.read(person.notTheOnlyOneWith));
        }
        Set<String> old = tags.oldNames(
                move,
                named.values().stream()
                        .flatMap(List::stream)
                        .filter(one -> one.tagId().equals(move.to()))
                        .map(Kindred::tag)
                        .toList());
        Map<UUID, String> going = new HashMap<>();
        named.forEach((person, all) -> {
            boolean already = all.stream().anyMatch(one -> one.tagId().equals(move.from()));
            List<Kindred> back = all.stream()
                    .map(one -> one.tagId().equals(move.to()) && old.contains(one.tag())
                            ? new Kindred(move.from(), one.tag())
                            : one)
                    .toList();
            if (!already && !back.equals(all)) {
                going.put(person, Objects.requireNonNull(Kindred.write(back)));
            }
        });
        return going;
    }

    @Override
    public void movePeople(TagMove move, Collection<UUID> people) {
        List<UUID> moved = new ArrayList<>();
        Kindred staying = staying(move);
        if (move.back()) {
            for (MovedKindred was :
                    MovedKindred.<MovedKindred>list("moveId = ?1 and personId in ?2", move.id(), people)) {
                Person person = Person.findById(was.personId);
                person.notTheOnlyOneWith = back(move, person.notTheOnlyOneWith, was.named, staying);
                was.delete();
                moved.add(person.id);
            }
            saidSince(move, people).forEach((id, named) -> {
                Person person = Person.findById(id);
                person.notTheOnlyOneWith = named;
                moved.add(id);
            });
        } else {
            String named = "%%%s:%%".formatted(move.from());
            for (Person person : Person.<Person>list("id in ?1 and notTheOnlyOneWith like ?2", people, named)) {
                moveOn(move, person, staying);
                moved.add(person.id);
            }
        }
        Person.flush();
        log.noteAll(Topic.PEOPLE, moved);
    }

    /** The tag that stays, by its name. */
    private Kindred staying(TagMove move) {
        return new Kindred(
                move.to(),
                Objects.requireNonNull(tags.byIds(List.of(move.to())).get(move.to()))
                        .name());
    }

    private static void moveOn(TagMove move, Person person, Kindred staying) {
        String before = person.notTheOnlyOneWith;
        if (before != null && MovedKindred.findById(new MovedKindred.Key(move.id(), person.id)) == null) {
            new MovedKindred(move.id(), person.id, before).persist();
        }
        person.notTheOnlyOneWith = moved(move, before, staying);
    }

    /** The one tag in place of the other; of two that have become one the first. */
    private static @Nullable String moved(TagMove move, @Nullable String named, Kindred staying) {
        Map<UUID, Kindred> moved = new LinkedHashMap<>();
        for (Kindred one : Kindred.read(named)) {
            Kindred there = one.tagId().equals(move.from()) ? staying : one;
            moved.putIfAbsent(there.tagId(), there);
        }
        return Kindred.write(List.copyOf(moved.values()));
    }

    /** As it was, where nothing has been said since; else what is named now as it was named then, where it is still named. */
    private static @Nullable String back(TagMove move, @Nullable String now, String before, Kindred staying) {
        if (Objects.equals(now, moved(move, before, staying))) {
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

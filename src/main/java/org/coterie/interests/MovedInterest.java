package org.coterie.interests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** An interest as it was before its tag became one with another. */
@Entity
@IdClass(MovedInterest.Key.class)
class MovedInterest extends Care {

    /** One row an interest and move. */
    record Key(UUID moveId, UUID personId, UUID tagId) implements Serializable {}

    @Id
    UUID moveId;

    @Id
    UUID personId;

    @Id
    UUID tagId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    MovedInterest() {}

    static List<MovedInterest> of(UUID moveId, Collection<UUID> people) {
        return list("moveId = ?1 and personId in ?2", moveId, people);
    }

    /** Who of these people has any. */
    static Set<UUID> whoOf(Collection<UUID> people) {
        return new HashSet<>(getEntityManager()
                .createQuery("select distinct m.personId from MovedInterest m where m.personId in ?1", UUID.class)
                .setParameter(1, people)
                .getResultList());
    }

    /**
     * What somebody held.
     *
     * @param tag in which it was
     */
    record Was(KnownTag tag, Interest interest) {}

    /**
     * What somebody held, by the keys of what they called it; what they do not say so, but by the name of the tag in which they have
     * read it, by the key of that.
     *
     * @param said the keys of what they say
     */
    static Map<String, Was> byName(UUID personId, Set<String> said, Tags tags) {
        List<MovedInterest> all = list("personId = ?1 order by moveId", personId);
        Map<UUID, KnownTag> known =
                tags.byIds(all.stream().map(was -> was.tagId).collect(Collectors.toSet()));
        Map<String, Was> byName = new HashMap<>();
        Map<String, Was> asRead = new HashMap<>();
        Map<String, String> readAs = new HashMap<>();
        for (MovedInterest moved : all) {
            var was = new Was(Objects.requireNonNull(known.get(moved.tagId)), moved.interest());
            String label = TagName.of(moved.label).key();
            String name = TagName.of(was.tag.name()).key();
            byName.put(label, was);
            if (!said.contains(label)
                    && said.contains(name)
                    && readAs.computeIfAbsent(label, none -> name).equals(name)) {
                asRead.put(name, was);
            }
        }
        byName.putAll(asRead);
        return byName;
    }

    /** Has it come back so. */
    static void keep(TagMove move, Interest interest) {
        MovedInterest moved = findById(new Key(move.id(), interest.personId, interest.tagId));
        if (moved == null) {
            moved = new MovedInterest();
            moved.moveId = move.id();
            moved.personId = interest.personId;
            moved.tagId = interest.tagId;
            moved.take(interest);
            moved.persist();
        } else {
            moved.take(interest);
        }
    }

    /** Has it come back so, unless it comes back already. */
    static void keepWhereNone(TagMove move, Interest interest) {
        if (findById(new Key(move.id(), interest.personId, interest.tagId)) == null) {
            keep(move, interest);
        }
    }

    /** Has it come back so, unless it is only what became of both. */
    static void keepWhatWasSaid(TagMove move, Interest interest, Fading fading) {
        MovedInterest gone = findById(new Key(move.id(), interest.personId, move.from()));
        MovedInterest stayed = findById(new Key(move.id(), interest.personId, move.to()));
        if (gone == null
                || stayed == null
                || !interest.isStill(new Twice(move.mergedAt(), fading).one(gone.interest(), stayed.interest()))) {
            keep(move, interest);
        }
    }

    /** The interest as it was. */
    Interest interest() {
        var interest = new Interest(personId, tagId);
        interest.take(this);
        return interest;
    }
}

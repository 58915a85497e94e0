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
import java.util.Set;
import java.util.UUID;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagName;

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

    /** What somebody held, by the keys of what they called it. */
    static Map<String, Interest> byName(UUID personId) {
        Map<String, Interest> byName = new HashMap<>();
        MovedInterest.<MovedInterest>list("personId", personId)
                .forEach(was -> byName.put(TagName.of(was.label).key(), was.interest()));
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

    /** The interest as it was. */
    Interest interest() {
        var interest = new Interest(personId, tagId);
        interest.take(this);
        return interest;
    }
}

package org.coterie.interests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
        return MovedInterest.<MovedInterest>list("personId in ?1", people).stream()
                .map(moved -> moved.personId)
                .collect(Collectors.toSet());
    }

    /** The interest as it was. */
    Interest interest() {
        var interest = new Interest(personId, tagId);
        interest.take(this);
        return interest;
    }
}

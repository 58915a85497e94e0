package org.coterie.interests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

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

    /** The interest as it was. */
    Interest interest() {
        var interest = new Interest(personId, tagId);
        interest.take(this);
        return interest;
    }
}

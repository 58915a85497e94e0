package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An interest as it was before its tag became one with another. */
@Entity
@IdClass(MovedInterest.Key.class)
class MovedInterest extends PanacheEntityBase {

    /** One row an interest and move. */
    record Key(UUID moveId, UUID personId, UUID tagId) implements Serializable {}

    @Id
    UUID moveId;

    @Id
    UUID personId;

    @Id
    UUID tagId;

    String label;

    @Enumerated(EnumType.STRING)
    Stance stance;

    short strength;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Nullable
    String why;

    Instant expressedAt;

    @Nullable
    Instant untilAt;

    Instant matchesUntil;

    @Nullable
    UUID signalId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    MovedInterest() {}

    static List<MovedInterest> of(UUID moveId, Collection<UUID> people) {
        return list("moveId = ?1 and personId in ?2", moveId, people);
    }

    /** The interest as it was. */
    Interest interest() {
        var interest = new Interest(personId, tagId);
        interest.label = label;
        interest.stance = stance;
        interest.strength = strength;
        interest.visibility = visibility;
        interest.why = why;
        interest.expressedAt = expressedAt;
        interest.untilAt = untilAt;
        interest.matchesUntil = matchesUntil;
        interest.signalId = signalId;
        return interest;
    }
}

package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody cares about a tag, now or before the tag became one with another. */
@MappedSuperclass
abstract class Care extends PanacheEntityBase {

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

    @SuppressWarnings("NullAway.Init") // whoever makes one, or Hibernate, fills the fields in
    Care() {}

    /** From now on the person cares as much, and says so as much, as in this one. */
    void take(Care other) {
        label = other.label;
        stance = other.stance;
        strength = other.strength;
        visibility = other.visibility;
        why = other.why;
        expressedAt = other.expressedAt;
        untilAt = other.untilAt;
        matchesUntil = other.matchesUntil;
        signalId = other.signalId;
    }

    /** Whether nothing has been said of it since it was as in this one. */
    boolean isStill(Care before) {
        return label.equals(before.label)
                && stance == before.stance
                && strength == before.strength
                && visibility == before.visibility
                && Objects.equals(why, before.why)
                && expressedAt.equals(before.expressedAt)
                && Objects.equals(untilAt, before.untilAt)
                && Objects.equals(signalId, before.signalId);
    }
}

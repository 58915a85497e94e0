package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody cares about: one row a person and tag. */
@Entity
@IdClass(Interest.Key.class)
class Interest extends PanacheEntityBase {

    /** Who and what. */
    record Key(UUID personId, UUID tagId) implements Serializable {}

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
    Interest() {}

    @SuppressWarnings("NullAway.Init") // declare or hear fills the rest in
    Interest(UUID personId, UUID tagId) {
        this.personId = personId;
        this.tagId = tagId;
    }

    /** The person says it themselves: this is how they care from now on. */
    void declare(String label, Declaration declaration, Instant now, Fading fading) {
        this.label = label;
        this.stance = declaration.effectiveStance();
        this.strength = (short) declaration.effectiveStrength();
        this.visibility = declaration.effectiveVisibility();
        this.why = declaration.why() == null || declaration.why().isBlank() ? null : declaration.why();
        this.untilAt = declaration.until() == null ? null : declaration.until().truncatedTo(ChronoUnit.MICROS);
        this.signalId = null;
        express(now, fading);
    }

    /** A signal of theirs says it again: renewed, never weakened, and no less private than they declared it. */
    void hear(UUID signal, Instant saidAt, Fading fading) {
        var renewal = Renewal.of(strength, untilAt, signalId, signal, saidAt, fading);
        signalId = renewal.signalId();
        untilAt = renewal.until();
        expressedAt = renewal.expressedAt();
        matchesUntil = renewal.matchesUntil();
    }

    /** From now on the person cares as much, and says so as much, as in this one. */
    void take(Interest other) {
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
    boolean isStill(Interest before) {
        return label.equals(before.label)
                && stance == before.stance
                && strength == before.strength
                && visibility == before.visibility
                && Objects.equals(why, before.why)
                && expressedAt.equals(before.expressedAt)
                && Objects.equals(untilAt, before.untilAt)
                && Objects.equals(signalId, before.signalId);
    }

    private void express(Instant now, Fading fading) {
        expressedAt = now;
        matchesUntil = fading.matchesUntil(strength, now, untilAt);
    }
}

package org.coterie.interests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What somebody cares about: one row a person and tag. */
@Entity
@IdClass(Interest.Key.class)
class Interest extends Care {

    /** Who and what. */
    record Key(UUID personId, UUID tagId) implements Serializable {}

    @Id
    UUID personId;

    @Id
    UUID tagId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Interest() {}

    @SuppressWarnings("NullAway.Init") // declare or hear fills the rest in
    Interest(UUID personId, UUID tagId) {
        this.personId = personId;
        this.tagId = tagId;
    }

    /** One that is only looked at, of the columns in this order: whose, which, and how they care. */
    static Interest read(ResultSet row) throws SQLException {
        var interest = new Interest(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        interest.label = row.getString(3);
        interest.stance = Stance.valueOf(row.getString(4));
        interest.strength = row.getShort(5);
        interest.visibility = Visibility.valueOf(row.getString(6));
        interest.why = row.getString(7);
        interest.expressedAt = row.getObject(8, OffsetDateTime.class).toInstant();
        OffsetDateTime until = row.getObject(9, OffsetDateTime.class);
        interest.untilAt = until == null ? null : until.toInstant();
        interest.matchesUntil = row.getObject(10, OffsetDateTime.class).toInstant();
        interest.signalId = row.getObject(11, UUID.class);
        return interest;
    }

    /** The person says it themselves: this is how they care from now on. */
    void declare(String label, Declaration declaration, Instant now, Fading fading) {
        this.label = label;
        this.stance = declaration.effectiveStance();
        this.strength = (short) declaration.effectiveStrength();
        this.visibility = declaration.effectiveVisibility();
        this.why = declaration.effectiveWhy();
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

    /** The person says that it is not so important; when they said it stays. */
    void countAsLittleAsCanBe(Fading fading) {
        strength = 1;
        matchesUntil = fading.matchesUntil(strength, expressedAt, untilAt);
    }

    private void express(Instant now, Fading fading) {
        expressedAt = now;
        matchesUntil = fading.matchesUntil(strength, now, untilAt);
    }
}

package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.coterie.tags.FoundTag;
import org.coterie.tags.Source;
import org.jspecify.annotations.Nullable;

/** A tag found in a signal. */
@Entity
@IdClass(SignalTag.Key.class)
class SignalTag extends PanacheEntityBase {

    /** Where and what. */
    record Key(UUID signalId, UUID tagId) implements Serializable {}

    @Id
    UUID signalId;

    @Id
    UUID tagId;

    @Nullable
    Integer startsAt;

    @Nullable
    Integer endsAt;

    @Enumerated(EnumType.STRING)
    Source source;

    @Nullable
    Double confidence;

    boolean confirmed;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    SignalTag() {}

    SignalTag(UUID signalId, UUID tagId, FoundTag found) {
        this.signalId = signalId;
        this.tagId = tagId;
        this.startsAt = found.start();
        this.endsAt = found.end();
        this.source = found.source();
        // who writes a hashtag means it; the rest is a guess until they say so
        this.confirmed = found.source() == Source.HASHTAG;
    }

    /** As it stands in the text and is meant, under another tag. */
    SignalTag under(UUID otherTag) {
        var moved = new SignalTag();
        moved.signalId = signalId;
        moved.tagId = otherTag;
        moved.take(this);
        return moved;
    }

    /** From now on it stands there, and is meant, as this one. */
    void take(SignalTag other) {
        startsAt = other.startsAt;
        endsAt = other.endsAt;
        source = other.source;
        confidence = other.confidence;
        confirmed = other.confirmed;
    }

    /** The more certain of two that mean the same: what was said counts more than what was guessed. */
    static SignalTag surer(SignalTag going, SignalTag staying) {
        boolean meant = going.confirmed && !staying.confirmed;
        return meant ? going : staying;
    }

    /** Whether nobody has said yes to it since it was as in this one. */
    boolean isStill(SignalTag before) {
        return confirmed == before.confirmed && Objects.equals(startsAt, before.startsAt);
    }
}

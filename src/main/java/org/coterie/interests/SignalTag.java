package org.coterie.interests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.coterie.tags.FoundTag;

/** A tag found in a signal. */
@Entity
@IdClass(SignalTag.Key.class)
class SignalTag extends Finding {

    /** Where and what. */
    record Key(UUID signalId, UUID tagId) implements Serializable {}

    @Id
    UUID signalId;

    @Id
    UUID tagId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    SignalTag() {}

    SignalTag(UUID signalId, UUID tagId, FoundTag found) {
        this.signalId = signalId;
        this.tagId = tagId;
        this.startsAt = found.start();
        this.endsAt = found.end();
        this.source = found.source();
        this.confidence = found.confidence();
        // who writes a hashtag means it; the rest is a guess until they say so
        this.confirmed = found.meant();
    }

    /** As it stands in the text and is meant, under another tag. */
    SignalTag under(UUID otherTag) {
        var moved = new SignalTag();
        moved.signalId = signalId;
        moved.tagId = otherTag;
        moved.take(this);
        return moved;
    }

    /** The more certain of two that mean the same: what was said counts more than what was guessed. */
    static SignalTag surer(SignalTag going, SignalTag staying) {
        boolean meant = going.confirmed && !staying.confirmed;
        return meant ? going : staying;
    }
}

package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
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
        this.confidence = found.confidence();
        // who writes a hashtag means it; the rest is a guess until they say so
        this.confirmed = found.meant();
    }
}

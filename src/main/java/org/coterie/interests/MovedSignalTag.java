package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.coterie.tags.Source;
import org.jspecify.annotations.Nullable;

/** A tag found in a signal, as it was before it became one with another. */
@Entity
@IdClass(MovedSignalTag.Key.class)
class MovedSignalTag extends PanacheEntityBase {

    /** One row a found tag and move. */
    record Key(UUID moveId, UUID signalId, UUID tagId) implements Serializable {}

    @Id
    UUID moveId;

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
    MovedSignalTag() {}

    MovedSignalTag(UUID moveId, SignalTag found) {
        this.moveId = moveId;
        this.signalId = found.signalId;
        this.tagId = found.tagId;
        this.startsAt = found.startsAt;
        this.endsAt = found.endsAt;
        this.source = found.source;
        this.confidence = found.confidence;
        this.confirmed = found.confirmed;
    }

    /** The found tag as it was. */
    SignalTag found() {
        var found = new SignalTag();
        found.signalId = signalId;
        found.tagId = tagId;
        found.startsAt = startsAt;
        found.endsAt = endsAt;
        found.source = source;
        found.confidence = confidence;
        found.confirmed = confirmed;
        return found;
    }
}

package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import org.coterie.tags.Source;
import org.jspecify.annotations.Nullable;

/** Where a tag was found in a signal, and whether it is meant; now or before the tag became one with another. */
@MappedSuperclass
abstract class Finding extends PanacheEntityBase {

    @Nullable
    Integer startsAt;

    @Nullable
    Integer endsAt;

    @Enumerated(EnumType.STRING)
    Source source;

    @Nullable
    Double confidence;

    boolean confirmed;

    @SuppressWarnings("NullAway.Init") // whoever makes one, or Hibernate, fills the fields in
    Finding() {}

    /** From now on it stands there, and is meant, as this one. */
    void take(Finding other) {
        startsAt = other.startsAt;
        endsAt = other.endsAt;
        source = other.source;
        confidence = other.confidence;
        confirmed = other.confirmed;
    }

    /** Whether somebody has said yes, since it was as in this one, to what stands there. */
    boolean isMeantSince(Finding before) {
        return confirmed && !before.confirmed && Objects.equals(startsAt, before.startsAt);
    }

    /** Whether nobody has said yes to it since it was as in this one. */
    boolean isStill(Finding before) {
        return confirmed == before.confirmed && Objects.equals(startsAt, before.startsAt);
    }
}

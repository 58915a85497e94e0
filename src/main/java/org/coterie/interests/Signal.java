package org.coterie.interests;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.coterie.tags.TagName;
import org.jspecify.annotations.Nullable;

/** A short message in somebody's own words. */
@Entity
class Signal extends PanacheEntityBase {

    @Id
    UUID id;

    UUID personId;
    String text;
    Instant saidAt;

    /** Whether it is still to be looked for other tags than its hashtags. */
    boolean unread;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Signal() {}

    Signal(UUID personId, String text, Instant saidAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.personId = personId;
        this.text = text;
        this.saidAt = saidAt;
    }

    /** As it was written what was found here; null where no words of it stand for it. */
    @Nullable
    String writing(Finding found) {
        return found.startsAt == null || found.endsAt == null
                ? null
                : TagName.of(text.substring(found.startsAt, found.endsAt)).label();
    }
}

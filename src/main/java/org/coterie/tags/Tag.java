package org.coterie.tags;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A word people choose. */
@Entity
class Tag extends PanacheEntityBase {

    @Id
    UUID id;

    String name;
    String label;
    boolean named;
    boolean common;
    Instant createdAt;

    /** The tag to which its names lead now. */
    @Nullable
    UUID mergedInto;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Tag() {}
}

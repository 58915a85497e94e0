package org.coterie.tags;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A word people choose. */
@Entity
class Tag extends PanacheEntityBase {

    @Id
    UUID id;

    String name;
    byte[] wordKey;
    String label;
    boolean named;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Tag() {}

    static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}

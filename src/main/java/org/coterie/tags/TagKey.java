package org.coterie.tags;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A name that leads to a tag, as the key of all its writings. */
@Entity
class TagKey extends PanacheEntityBase {

    @Id
    byte[] wordKey;

    UUID tagId;

    /** Whether it is the key of the name that the tag itself has. */
    boolean own;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    TagKey() {}

    static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}

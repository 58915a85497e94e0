package org.coterie.tags;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** What a tag is called in a language: the first is its label, the others are what people also write. */
@Entity
@IdClass(TagLabel.Key.class)
class TagLabel extends PanacheEntityBase {

    @Id
    UUID tagId;

    @Id
    String language;

    @Id
    int ordinal;

    String label;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    TagLabel() {}

    TagLabel(UUID tagId, String language, int ordinal, String label) {
        this.tagId = tagId;
        this.language = language;
        this.ordinal = ordinal;
        this.label = label;
    }

    record Key(UUID tagId, String language, int ordinal) implements Serializable {}
}

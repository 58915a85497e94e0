package org.coterie.tags;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** What a tag was called in a language before it became one with another. */
@Entity
@IdClass(MovedTagLabel.Key.class)
class MovedTagLabel extends PanacheEntityBase {

    /** One row a label and move. */
    record Key(UUID moveId, UUID tagId, String language, int ordinal) implements Serializable {}

    @Id
    UUID moveId;

    @Id
    UUID tagId;

    @Id
    String language;

    @Id
    int ordinal;

    String label;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    MovedTagLabel() {}

    MovedTagLabel(UUID moveId, TagLabel label) {
        this.moveId = moveId;
        this.tagId = label.tagId;
        this.language = label.language;
        this.ordinal = label.ordinal;
        this.label = label.label;
    }

    static List<TagLabel> of(UUID moveId, UUID tagId) {
        return MovedTagLabel.<MovedTagLabel>list("moveId = ?1 and tagId = ?2 order by language, ordinal", moveId, tagId)
                .stream()
                .map(was -> new TagLabel(was.tagId, was.language, was.ordinal, was.label))
                .toList();
    }
}

package org.coterie.tags;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** A tag that means nearly the same as another; the other way round is another row. */
@Entity
@IdClass(NearTag.Key.class)
class NearTag extends PanacheEntityBase {

    @Id
    UUID tagId;

    @Id
    UUID nearId;

    /** How sure it is, in (0, 1]. */
    double confidence;

    /** Whether one is mistyped for the other, which counts only while hardly anybody holds it. */
    boolean slip;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    NearTag() {}

    NearTag(UUID tagId, UUID nearId, double confidence, boolean slip) {
        this.tagId = tagId;
        this.nearId = nearId;
        this.confidence = confidence;
        this.slip = slip;
    }

    record Key(UUID tagId, UUID nearId) implements Serializable {}
}

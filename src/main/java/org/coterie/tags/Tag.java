package org.coterie.tags;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** All that have become one with this tag, whichever way, and itself. */
    static List<Tag> namesakes(UUID tagId) {
        List<Tag> all = new ArrayList<>();
        for (List<Tag> next = list("id", tagId); !next.isEmpty(); ) {
            all.addAll(next);
            next = list("mergedInto in ?1", next.stream().map(tag -> tag.id).toList());
        }
        return all;
    }
}

package org.coterie.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** With which tags somebody did not want to be the only one before one of them became one with another. */
@Entity
@IdClass(MovedKindred.Key.class)
class MovedKindred extends PanacheEntityBase {

    /** One row a person and move. */
    record Key(UUID moveId, UUID personId) implements Serializable {}

    @Id
    UUID moveId;

    @Id
    UUID personId;

    String named;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    MovedKindred() {}

    MovedKindred(UUID moveId, UUID personId, String named) {
        this.moveId = moveId;
        this.personId = personId;
        this.named = named;
    }
}

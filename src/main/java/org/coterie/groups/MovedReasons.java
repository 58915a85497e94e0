package org.coterie.groups;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** The reasons of a membership, as they were before the tag of one became one with another. */
@Entity
@IdClass(MovedReasons.Key.class)
class MovedReasons extends PanacheEntityBase {

    /** One row a membership and move. */
    record Key(UUID moveId, UUID groupId, UUID personId) implements Serializable {}

    @Id
    UUID moveId;

    @Id
    UUID groupId;

    @Id
    UUID personId;

    String because;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    MovedReasons() {}

    /** Whether it is kept what the reasons of a membership were before. */
    static boolean has(UUID moveId, Membership membership) {
        return findById(new Key(moveId, membership.groupId, membership.personId)) != null;
    }

    /** Keeps what is not kept yet. */
    static void keep(UUID moveId, Membership membership, String because) {
        if (!has(moveId, membership)) {
            var moved = new MovedReasons();
            moved.moveId = moveId;
            moved.groupId = membership.groupId;
            moved.personId = membership.personId;
            moved.because = because;
            moved.persist();
        }
    }
}

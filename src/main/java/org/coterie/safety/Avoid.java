package org.coterie.safety;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Two people who are not to be in one group, and which of them asked for it. */
@Entity
@IdClass(Avoid.Key.class)
class Avoid extends PanacheEntityBase {

    @Id
    UUID personId;

    @Id
    UUID avoidedId;

    Instant avoidedAt;

    /** Once a person and other. */
    record Key(UUID personId, UUID avoidedId) {}

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Avoid() {}

    Avoid(UUID personId, UUID avoidedId, Instant avoidedAt) {
        this.personId = personId;
        this.avoidedId = avoidedId;
        this.avoidedAt = avoidedAt;
    }

    static List<Avoid> of(UUID personId, UUID after, int limit) {
        return Avoid.<Avoid>find("personId = ?1 and avoidedId > ?2 order by avoidedId", personId, after)
                .page(0, limit)
                .list();
    }

    static boolean between(UUID one, UUID other) {
        return count("(personId = ?1 and avoidedId = ?2) or (personId = ?2 and avoidedId = ?1)", one, other) > 0;
    }
}

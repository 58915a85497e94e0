package org.coterie.safety;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Two people who must not meet, and which of them asked for it. */
@Entity
@IdClass(Block.Key.class)
class Block extends PanacheEntityBase {

    @Id
    UUID personId;

    @Id
    UUID blockedId;

    Instant blockedAt;

    /** One block a person and other. */
    record Key(UUID personId, UUID blockedId) {}

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Block() {}

    Block(UUID personId, UUID blockedId, Instant blockedAt) {
        this.personId = personId;
        this.blockedId = blockedId;
        this.blockedAt = blockedAt;
    }

    static List<Block> of(UUID personId, UUID after, int limit) {
        return Block.<Block>find("personId = ?1 and blockedId > ?2 order by blockedId", personId, after)
                .page(0, limit)
                .list();
    }

    static Set<UUID> blockedBy(UUID personId) {
        return Set.copyOf(getEntityManager()
                .createQuery("select b.blockedId from Block b where b.personId = ?1", UUID.class)
                .setParameter(1, personId)
                .getResultList());
    }

    static boolean between(UUID one, UUID other) {
        return count("(personId = ?1 and blockedId = ?2) or (personId = ?2 and blockedId = ?1)", one, other) > 0;
    }
}

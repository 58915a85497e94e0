package org.coterie.accounts;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/** The operator's key where none is configured; one row, shared by all replicas. */
@Entity
class OperatorKey extends PanacheEntityBase {

    private static final short ONLY = 1;

    @Id
    short id;

    String keyHash;
    Instant madeAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    OperatorKey() {}

    OperatorKey(String keyHash, Instant madeAt) {
        this.id = ONLY;
        this.keyHash = keyHash;
        this.madeAt = madeAt;
    }

    static Optional<OperatorKey> made() {
        return findByIdOptional(ONLY);
    }
}

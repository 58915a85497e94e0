package org.coterie.paging;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;

/** What cursors are sealed with; one row, shared by all replicas. */
@Entity
class CursorKey extends PanacheEntityBase {

    private static final short ONLY = 1;

    @Id
    short id;

    String secret;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    CursorKey() {}

    CursorKey(String secret) {
        this.id = ONLY;
        this.secret = secret;
    }

    static Optional<CursorKey> made() {
        return findByIdOptional(ONLY);
    }
}

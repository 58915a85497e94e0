package org.coterie.accounts;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How much is left of what somebody may ask, as Bucket4j writes it. */
@Entity
@Table(name = "request_bucket")
class BucketRow extends PanacheEntityBase {

    @Id
    String id;

    byte[] state;
    Instant changedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    BucketRow() {}

    BucketRow(String id, byte[] state, Instant changedAt) {
        this.id = id;
        this.state = state;
        this.changedAt = changedAt;
    }
}

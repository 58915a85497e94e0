package org.coterie.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The right to act as one person, until it is revoked. Only the hash of the token is kept. */
@Entity
class AccessToken extends PanacheEntityBase {

    @Id
    UUID id;

    UUID personId;
    String tokenHash;
    Instant issuedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    AccessToken() {}

    AccessToken(UUID personId, String tokenHash, Instant issuedAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.personId = personId;
        this.tokenHash = tokenHash;
        this.issuedAt = issuedAt;
    }

    static List<AccessToken> of(UUID personId) {
        return list("personId = ?1 order by id", personId);
    }
}

package org.coterie.accounts;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/** Who a subject of the configured OIDC issuer is here. */
@Entity
@IdClass(OidcSubject.Key.class)
class OidcSubject extends PanacheEntityBase {

    /** An issuer numbers its subjects; another may use the same numbers. */
    record Key(String issuer, String subject) implements Serializable {}

    @Id
    String issuer;

    @Id
    String subject;

    UUID personId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    OidcSubject() {}

    OidcSubject(Key key, UUID personId) {
        this.issuer = key.issuer();
        this.subject = key.subject();
        this.personId = personId;
    }

    static Optional<UUID> personOf(Key key) {
        return OidcSubject.<OidcSubject>findByIdOptional(key).map(known -> known.personId);
    }
}

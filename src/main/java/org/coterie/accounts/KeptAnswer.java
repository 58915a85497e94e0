package org.coterie.accounts;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a request was answered, written in the transaction of what it did. */
@Entity
class KeptAnswer extends PanacheEntityBase {

    @Id
    String id;

    @Nullable
    UUID personId;

    String requestHash;
    byte[] sealed;
    Instant keptAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    KeptAnswer() {}

    KeptAnswer(String id, @Nullable UUID personId, String requestHash, byte[] sealed, Instant keptAt) {
        this.id = id;
        this.personId = personId;
        this.requestHash = requestHash;
        this.sealed = sealed;
        this.keptAt = keptAt;
    }

    static Optional<KeptAnswer> withId(String id) {
        return findByIdOptional(id);
    }

    /** Leaves nothing of them but that their keys have been used. */
    static void emptyOf(UUID personId) {
        update("personId = null, requestHash = '', sealed = ?1 where personId = ?2", new byte[0], personId);
    }

    /** Whether whoever it was given has left. */
    boolean isEmpty() {
        return sealed.length == 0;
    }

    static void forgetBefore(Instant earliest) {
        delete("keptAt < ?1", earliest);
    }
}

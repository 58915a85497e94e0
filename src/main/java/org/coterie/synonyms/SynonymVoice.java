package org.coterie.synonyms;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What somebody thinks of a proposal. */
@Entity
@IdClass(SynonymVoice.Key.class)
class SynonymVoice extends PanacheEntityBase {

    /** One voice a person and proposal. */
    record Key(UUID synonymId, UUID personId) implements Serializable {}

    @Id
    UUID synonymId;

    @Id
    UUID personId;

    boolean agrees;
    Instant saidAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    SynonymVoice() {}

    private SynonymVoice(UUID synonymId, UUID personId, boolean agrees, Instant saidAt) {
        this.synonymId = synonymId;
        this.personId = personId;
        this.agrees = agrees;
        this.saidAt = saidAt;
    }

    /** Says it, in place of what was said before. */
    static void say(UUID synonymId, UUID personId, boolean agrees, Instant now) {
        SynonymVoice before = findById(new Key(synonymId, personId));
        if (before == null) {
            new SynonymVoice(synonymId, personId, agrees, now).persist();
        } else {
            before.agrees = agrees;
            before.saidAt = now;
        }
    }
}

package org.coterie.interests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Collection;
import java.util.UUID;

/** A tag found in a signal, as it was before it became one with another. */
@Entity
@IdClass(MovedSignalTag.Key.class)
class MovedSignalTag extends Finding {

    /** One row a found tag and move. */
    record Key(UUID moveId, UUID signalId, UUID tagId) implements Serializable {}

    @Id
    UUID moveId;

    @Id
    UUID signalId;

    @Id
    UUID tagId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    MovedSignalTag() {}

    MovedSignalTag(UUID moveId, SignalTag found) {
        this.moveId = moveId;
        this.signalId = found.signalId;
        this.tagId = found.tagId;
        take(found);
    }

    /** Somebody has taken back what they said. */
    static void meanNoMore(UUID personId, Collection<UUID> tagIds) {
        update(
                "confirmed = false where tagId in ?1 and signalId in (select s.id from Signal s where s.personId = ?2)",
                tagIds,
                personId);
    }

    /** The found tag as it was. */
    SignalTag found() {
        var found = new SignalTag();
        found.signalId = signalId;
        found.tagId = tagId;
        found.take(this);
        return found;
    }
}

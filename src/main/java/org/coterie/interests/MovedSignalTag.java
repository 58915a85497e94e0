package org.coterie.interests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.coterie.tags.TagMove;

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

    /**
     * Keeps what was found of each of two tags that have become one.
     *
     * @return the one that counts now
     */
    static SignalTag keep(TagMove move, SignalTag gone, SignalTag stayed) {
        SignalTag going = gone.under(move.from());
        SignalTag staying = stayed.under(move.to());
        new MovedSignalTag(move.id(), going).persist();
        new MovedSignalTag(move.id(), staying).persist();
        return SignalTag.surer(going, staying);
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

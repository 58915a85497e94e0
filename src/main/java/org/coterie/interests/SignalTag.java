package org.coterie.interests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Collection;
import java.util.UUID;
import org.coterie.tags.FoundTag;

/** A tag found in a signal. */
@Entity
@IdClass(SignalTag.Key.class)
class SignalTag extends Finding {

    /** Where and what. */
    record Key(UUID signalId, UUID tagId) implements Serializable {}

    @Id
    UUID signalId;

    @Id
    UUID tagId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    SignalTag() {}

    SignalTag(UUID signalId, UUID tagId, FoundTag found) {
        this.signalId = signalId;
        this.tagId = tagId;
        this.startsAt = found.start();
        this.endsAt = found.end();
        this.source = found.source();
        this.confidence = found.confidence();
        // who writes a hashtag means it; the rest is a guess until they say so
        this.confirmed = found.meant();
    }

    /** What these people have said in messages and do not hold, as they have taken it back since, waits for their yes again. */
    static void meanOnlyWhatIsHeld(Collection<UUID> people) {
        update("""
                update SignalTag t set t.confirmed = false where t.confirmed = true
                and t.signalId in (select s.id from Signal s where s.personId in ?1)
                and not exists (
                    select 1 from Interest i, Signal s
                    where s.id = t.signalId and i.personId = s.personId and i.tagId = t.tagId)""", people);
    }

    /** As it stands in the text and is meant, under another tag. */
    SignalTag under(UUID otherTag) {
        var moved = new SignalTag();
        moved.signalId = signalId;
        moved.tagId = otherTag;
        moved.take(this);
        return moved;
    }

    /** The more certain of two that mean the same: what was said counts more than what was guessed. */
    static SignalTag surer(SignalTag going, SignalTag staying) {
        boolean meant = going.confirmed && !staying.confirmed;
        return meant ? going : staying;
    }
}

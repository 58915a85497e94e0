package org.coterie.groups;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tag of a group's purpose. */
@Entity
@IdClass(GroupTag.Key.class)
class GroupTag extends PanacheEntityBase {

    @Id
    UUID groupId;

    @Id
    UUID tagId;

    short position;
    boolean disclosed;

    /** As whoever began the group wrote it. */
    @Nullable
    String written;

    /** A tag once a group. */
    record Key(UUID groupId, UUID tagId) {}

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    GroupTag() {}

    GroupTag(PeerGroup group, UUID tagId, int position, String written) {
        this.groupId = group.id;
        this.tagId = tagId;
        this.position = (short) position;
        this.disclosed = true;
        this.written = written;
    }

    GroupTag(UUID groupId, UUID tagId, short position, boolean disclosed, @Nullable String written) {
        this.groupId = groupId;
        this.tagId = tagId;
        this.position = position;
        this.disclosed = disclosed;
        this.written = written;
    }

    /** The same place in the purpose, for another tag. */
    GroupTag under(UUID otherTag) {
        return new GroupTag(groupId, otherTag, position, disclosed, written);
    }
}

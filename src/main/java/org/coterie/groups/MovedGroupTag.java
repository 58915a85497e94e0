package org.coterie.groups;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tag of a purpose, as it was before it became one with another. */
@Entity
@IdClass(MovedGroupTag.Key.class)
class MovedGroupTag extends PanacheEntityBase {

    /** One row a tag of a purpose and move. */
    record Key(UUID moveId, UUID groupId, UUID tagId) implements Serializable {}

    @Id
    UUID moveId;

    @Id
    UUID groupId;

    @Id
    UUID tagId;

    short position;
    boolean disclosed;

    @Nullable
    String written;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    MovedGroupTag() {}

    /** Keeps what is not kept yet. */
    static void keep(UUID moveId, GroupTag tag) {
        if (findById(new Key(moveId, tag.groupId, tag.tagId)) == null) {
            var moved = new MovedGroupTag();
            moved.moveId = moveId;
            moved.groupId = tag.groupId;
            moved.tagId = tag.tagId;
            moved.position = tag.position;
            moved.disclosed = tag.disclosed;
            moved.written = tag.written;
            moved.persist();
        }
    }

    static List<MovedGroupTag> of(UUID moveId, Collection<UUID> groups) {
        return list("moveId = ?1 and groupId in ?2", moveId, groups);
    }

    /** The tag of the purpose as it was. */
    GroupTag groupTag() {
        return new GroupTag(groupId, tagId, position, disclosed, written);
    }
}

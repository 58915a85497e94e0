package org.coterie.groups;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Two people who had been in a group before, and were put into this one all the same. It reads both ways. */
@Entity
@IdClass(MetAgain.Key.class)
class MetAgain extends PanacheEntityBase {

    @Id
    UUID groupId;

    @Id
    UUID personId;

    @Id
    UUID otherId;

    /** Two people and a group. */
    record Key(UUID groupId, UUID personId, UUID otherId) {}

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    MetAgain() {}

    /** Whoever this is not, of the two. */
    UUID otherThan(UUID one) {
        return personId.equals(one) ? otherId : personId;
    }

    /** What concerns this person in these groups. */
    static List<MetAgain> concerning(UUID personId, Collection<UUID> groupIds) {
        return list("groupId in ?1 and (personId = ?2 or otherId = ?2)", groupIds, personId);
    }
}

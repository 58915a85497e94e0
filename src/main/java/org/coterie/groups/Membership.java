package org.coterie.groups;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How one person stands to one group. */
@Entity
@IdClass(Membership.Key.class)
class Membership extends PanacheEntityBase {

    @Id
    UUID groupId;

    @Id
    UUID personId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    MembershipState state;

    @Nullable
    Double affinity;

    @Nullable
    String because;

    Instant since;

    /** One row a person and group, whatever they do. */
    record Key(UUID groupId, UUID personId) {}

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Membership() {}

    /** Somebody takes a place of their own accord. */
    Membership(UUID groupId, UUID personId, Instant since) {
        this.groupId = groupId;
        this.personId = personId;
        this.state = MembershipState.ACTIVE;
        this.since = since;
    }

    /** A place is kept for somebody. */
    static Membership invited(UUID groupId, UUID personId, Instant since) {
        var membership = new Membership(groupId, personId, since);
        membership.state = MembershipState.INVITED;
        return membership;
    }

    static @Nullable Membership of(UUID groupId, UUID personId) {
        return findById(new Key(groupId, personId));
    }

    /** Everything a person was ever in whose reasons are kept. */
    static List<Membership> explained(UUID personId) {
        return list("personId = ?1 and because is not null order by groupId", personId);
    }

    /** Everything these people were ever in whose kept reasons name this tag. */
    static List<Membership> explainedBy(UUID tagId, Collection<UUID> people) {
        return list("personId in ?1 and because like ?2", people, "%%%s%%".formatted(tagId));
    }

    boolean isCurrent() {
        return state.isCurrent();
    }

    void activate(Instant now) {
        state = MembershipState.ACTIVE;
        since = now;
    }

    /** Declines what was an invitation, leaves what was more. */
    void end(Instant now) {
        state = switch (state) {
            case INVITED -> MembershipState.DECLINED;
            case ACTIVE -> MembershipState.LEFT;
            case DECLINED, LEFT -> state;
        };
        since = now;
    }
}

package org.coterie.interests;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.paging.Portions;
import org.jspecify.annotations.Nullable;

/** That somebody did not mean a tag that was recognised in their words. */
@Entity
@IdClass(RejectedTag.Key.class)
class RejectedTag extends PanacheEntityBase {

    /** Who, and what. */
    record Key(UUID personId, UUID tagId) implements Serializable {}

    private static final int AT_ONCE = 500;

    private static final String OF_ONE = """
            from RejectedTag r where r.personId = ?1
            and not exists (
                select 1 from Interest i where i.personId = r.personId and i.tagId = r.tagId)""";

    @Id
    UUID personId;

    @Id
    UUID tagId;

    Instant rejectedAt;

    @Nullable
    String written;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    RejectedTag() {}

    private RejectedTag(UUID personId, UUID tagId, Instant rejectedAt, @Nullable String written) {
        this.personId = personId;
        this.tagId = tagId;
        this.rejectedAt = rejectedAt.truncatedTo(ChronoUnit.MICROS);
        this.written = written;
    }

    /**
     * Notes it, where it is not noted yet.
     *
     * @param written as it was written; null where nobody wrote it
     * @return as it is noted now
     */
    static RejectedTag note(UUID personId, UUID tagId, Instant rejectedAt, @Nullable String written) {
        RejectedTag before = findById(new Key(personId, tagId));
        if (before != null) {
            return before;
        }
        var rejected = new RejectedTag(personId, tagId, rejectedAt, written);
        rejected.persist();
        return rejected;
    }

    /** The same of another tag. */
    RejectedTag under(UUID otherTag) {
        return new RejectedTag(personId, otherTag, rejectedAt, written);
    }

    /** The person says these themselves. */
    static void forget(UUID personId, Collection<UUID> tagIds) {
        Portions.of(tagIds, AT_ONCE).forEach(some -> delete("personId = ?1 and tagId in ?2", personId, some));
    }

    /** What these people have said themselves since, they mean. */
    static void forgetWhatIsSaidSince(Collection<UUID> people) {
        Portions.of(people, AT_ONCE).forEach(some -> delete("""
                delete from RejectedTag r where r.personId in ?1
                and exists (
                    select 1 from Interest i
                    where i.personId = r.personId and i.tagId = r.tagId and i.expressedAt >= r.rejectedAt)""", some));
    }

    /** What a person did not mean and does not hold all the same. */
    static Optional<RejectedTag> of(UUID personId, UUID tagId) {
        return RejectedTag.<RejectedTag>find(OF_ONE + " and r.tagId = ?2", personId, tagId)
                .singleResultOptional();
    }

    /** All that a person did not mean and does not hold all the same, in a stable order. */
    static List<RejectedTag> of(UUID personId, Optional<UUID> after, int limit) {
        return (after.isEmpty()
                        ? RejectedTag.<RejectedTag>find(OF_ONE + " order by r.tagId", personId)
                        : RejectedTag.<RejectedTag>find(
                                OF_ONE + " and r.tagId > ?2 order by r.tagId", personId, after.get()))
                .page(Page.ofSize(limit))
                .list();
    }

    /** What each of these people did not mean, and does not hold all the same. */
    static Map<UUID, Set<UUID>> of(Collection<UUID> people) {
        return Portions.of(people, AT_ONCE)
                .flatMap(some -> RejectedTag.<RejectedTag>list("""
                        from RejectedTag r where r.personId in ?1
                        and not exists (
                            select 1 from Interest i where i.personId = r.personId and i.tagId = r.tagId)""", some).stream())
                .collect(Collectors.groupingBy(
                        rejected -> rejected.personId,
                        Collectors.mapping(rejected -> rejected.tagId, Collectors.toSet())));
    }
}

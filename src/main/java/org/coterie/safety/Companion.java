package org.coterie.safety;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody with whom a person would come to groups, and without whom not: so they say, and the other may not. */
@Entity
@IdClass(Companion.Key.class)
class Companion extends PanacheEntityBase {

    @Id
    UUID personId;

    @Id
    UUID companionId;

    Instant namedAt;

    /** Once a person and other. */
    record Key(UUID personId, UUID companionId) {}

    /** Two who have both said so. */
    record Pair(UUID one, UUID other) {}

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Companion() {}

    Companion(UUID personId, UUID companionId, Instant namedAt) {
        this.personId = personId;
        this.companionId = companionId;
        this.namedAt = namedAt;
    }

    static List<Companion> of(UUID personId, UUID after, int limit) {
        return Companion.<Companion>find("personId = ?1 and companionId > ?2 order by companionId", personId, after)
                .page(0, limit)
                .list();
    }

    static long namedBy(UUID personId) {
        return count("personId", personId);
    }

    /** Nobody comes together with whom they block or avoid, or who does so with them. */
    private static final String MAY_MEET = """

             and not exists (
                select 1 from Block b
                where (b.personId = c.personId and b.blockedId = c.companionId)
                   or (b.personId = c.companionId and b.blockedId = c.personId))
             and not exists (
                select 1 from Avoid a
                where (a.personId = c.personId and a.avoidedId = c.companionId)
                   or (a.personId = c.companionId and a.avoidedId = c.personId))""";

    /** Which of these name this person, and may meet them. */
    static Set<UUID> naming(UUID personId, Collection<UUID> others) {
        return others.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createQuery(
                                "select c.personId from Companion c where c.companionId = ?1 and c.personId in ?2"
                                        + MAY_MEET,
                                UUID.class)
                        .setParameter(1, personId)
                        .setParameter(2, others)
                        .getResultList());
    }

    /** Everybody with whom one of these comes together. */
    static List<Pair> pairs(Collection<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("""
                                select c.personId, c.companionId from Companion c, Companion d
                                where c.personId in ?1 and d.personId = c.companionId and d.companionId = c.personId""" + MAY_MEET, Pair.class)
                        .setParameter(1, people)
                        .getResultList();
    }
}

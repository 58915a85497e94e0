package org.coterie.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file of people that came in. */
@Entity
class ImportJob extends PanacheEntityBase {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    ImportState state;

    double progress;
    long accepted;
    long rejected;
    Instant startedAt;
    Instant heartbeatAt;

    @Nullable
    Instant finishedAt;

    /** Key of a text. */
    @Nullable
    String failure;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    ImportJob() {}

    ImportJob(Instant startedAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.state = ImportState.RUNNING;
        this.startedAt = startedAt;
        this.heartbeatAt = startedAt;
    }

    static List<ImportJob> newestFirst(Optional<UUID> after, int limit) {
        return after.map(id -> ImportJob.<ImportJob>find("id < ?1 order by id desc", id))
                .orElseGet(() -> find("order by id desc"))
                .page(0, limit)
                .list();
    }

    /** Jobs that have not ended, of which nobody has heard since. */
    static List<UUID> silentSince(Instant then) {
        return getEntityManager()
                .createQuery("select j.id from ImportJob j where j.state = RUNNING and j.heartbeatAt < ?1", UUID.class)
                .setParameter(1, then)
                .getResultList();
    }

    /** Ends a job; false where it has been ended. */
    static boolean finish(UUID id, ImportState state, Instant now, @Nullable String failure) {
        double atLeast = state == ImportState.SUCCEEDED ? 1 : 0;
        return update(
                        "state = ?1, progress = greatest(progress, ?2), finishedAt = ?3, failure = ?4 where id = ?5 and state = ?6",
                        state,
                        atLeast,
                        now,
                        failure,
                        id,
                        ImportState.RUNNING)
                == 1;
    }
}

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

    /** Ends jobs of which nobody has heard since. */
    static void failSilentSince(Instant then, Instant now, String failure) {
        update(
                "state = ?1, finishedAt = ?2, failure = ?3 where state = ?4 and heartbeatAt < ?5",
                ImportState.FAILED,
                now,
                failure,
                ImportState.RUNNING,
                then);
    }

    /** Ends a job, unless it has been ended. */
    static void finish(UUID id, ImportState state, Instant now, @Nullable String failure) {
        double atLeast = state == ImportState.SUCCEEDED ? 1 : 0;
        update(
                "state = ?1, progress = greatest(progress, ?2), finishedAt = ?3, failure = ?4 where id = ?5 and state = ?6",
                state,
                atLeast,
                now,
                failure,
                id,
                ImportState.RUNNING);
    }
}

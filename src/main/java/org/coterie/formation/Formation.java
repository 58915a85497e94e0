package org.coterie.formation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Matching;
import org.coterie.matching.Quality;
import org.jspecify.annotations.Nullable;

/** One run over everybody: what was asked for, how far it is, what came out. */
@Entity
class Formation extends PanacheEntityBase {

    /** Whoever runs a formation says every second that they are alive; after this silence they are taken for dead. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    /** Key of a text. */
    static final String INTERRUPTED = "formation-failed.interrupted";

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    FormationState state;

    double progress;
    int minSize;
    int commonHours;
    int maxSize;
    int groupsPerPerson;
    long seed;
    boolean keepProposals;
    boolean leftOutFirst;
    boolean newCompany;
    boolean nearTags;
    boolean dryRun;
    String algorithm;
    String algorithmVersion;
    Instant requestedAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant finishedAt;

    @Nullable
    Instant heartbeatAt;

    @Nullable
    Integer people;

    @Nullable
    Integer placed;

    @Nullable
    Integer groupsFormed;

    /** How many of these groups there were before. */
    @Nullable
    Integer groupsKept;

    /** How many places are beside somebody whom their owner had met before. */
    @Nullable
    Integer metAgain;

    @Nullable
    @Embedded
    MovedPlaces moved;

    @Nullable
    Long loadMillis;

    @Nullable
    Long matchMillis;

    @Nullable
    Long storeMillis;

    @Nullable
    Double coverage;

    @Nullable
    Double meanAffinity;

    @Nullable
    Double stability;

    @Nullable
    Double purity;

    /** Key of a text. */
    @Nullable
    String failure;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Formation() {}

    Formation(FormationRules rules, Manner manner, boolean dryRun, Instant requestedAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.state = FormationState.QUEUED;
        this.minSize = rules.minSize();
        this.commonHours = rules.commonHours();
        this.maxSize = rules.maxSize();
        this.groupsPerPerson = rules.groupsPerPerson();
        this.seed = rules.seed();
        this.keepProposals = manner.keepsProposals();
        this.leftOutFirst = manner.putsLeftOutFirst();
        this.newCompany = manner.prefersNewCompany();
        this.nearTags = manner.countsNearTags();
        this.dryRun = dryRun;
        this.algorithm = Matching.ALGORITHM;
        this.algorithmVersion = Matching.VERSION;
        this.requestedAt = requestedAt;
    }

    FormationRules rules() {
        return new FormationRules(minSize, maxSize, groupsPerPerson, seed, commonHours);
    }

    Manner manner() {
        return new Manner(keepProposals, leftOutFirst, newCompany, nearTags);
    }

    void begin(Instant now) {
        state = FormationState.RUNNING;
        startedAt = now;
        heartbeatAt = now;
    }

    static Optional<Formation> withId(UUID id) {
        return findByIdOptional(id);
    }

    /** How many hours each that may have made groups asked for, where it is not as many as usual. */
    static Map<UUID, Integer> commonHoursOtherThan(int usual) {
        return getEntityManager()
                .createQuery(
                        "select f.id, f.commonHours from Formation f where f.dryRun = false and f.commonHours <> ?1",
                        Object[].class)
                .setParameter(1, usual)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
    }

    /** Newest first. */
    static List<Formation> before(@Nullable UUID id, int limit) {
        return (id == null ? findAll(newestFirst()) : find("id < ?1", newestFirst(), id))
                .<Formation>page(0, limit)
                .list();
    }

    private static Sort newestFirst() {
        return Sort.descending("id");
    }

    static long waiting() {
        return count("state", FormationState.QUEUED);
    }

    static Optional<Formation> next() {
        return find("state = ?1 order by id", FormationState.QUEUED).firstResultOptional();
    }

    static boolean anyRunning() {
        return count("state", FormationState.RUNNING) > 0;
    }

    /** Whether one is at work that will change groups, and whoever runs it is alive. */
    static boolean anyChangingGroups(Instant now) {
        return count("state = ?1 and dryRun = false and heartbeatAt >= ?2", FormationState.RUNNING, now.minus(SILENCE))
                > 0;
    }

    /** Says that it is alive, and how far it is; false where it is no longer wanted. */
    static boolean beat(UUID id, double progress, Instant now) {
        return update(
                        "heartbeatAt = ?1, progress = ?2 where id = ?3 and state = ?4",
                        now,
                        progress,
                        id,
                        FormationState.RUNNING)
                == 1;
    }

    /** Ends those of which nobody has heard since then; gives which. */
    static List<UUID> failSilentSince(Instant then, Instant now) {
        return getEntityManager()
                .createQuery("select f.id from Formation f where f.state = RUNNING and f.heartbeatAt < ?1", UUID.class)
                .setParameter(1, then)
                .getResultStream()
                .filter(id -> update(
                                "state = ?1, finishedAt = ?2, failure = ?3 where id = ?4 and state = ?5 and heartbeatAt < ?6",
                                FormationState.FAILED,
                                now,
                                INTERRUPTED,
                                id,
                                FormationState.RUNNING,
                                then)
                        == 1)
                .toList();
    }

    /** Ends a running one without groups; false where it is none. */
    static boolean fail(UUID id, String why, Instant now) {
        return update(
                        "state = ?1, finishedAt = ?2, failure = ?3 where id = ?4 and state = ?5",
                        FormationState.FAILED,
                        now,
                        why,
                        id,
                        FormationState.RUNNING)
                == 1;
    }

    /** Ends one that waits or is at work; false where it is finished already. */
    static boolean cancel(UUID id, Instant now) {
        return update(
                        "state = ?1, finishedAt = ?2 where id = ?3 and state in (?4, ?5)",
                        FormationState.CANCELLED,
                        now,
                        id,
                        FormationState.QUEUED,
                        FormationState.RUNNING)
                == 1;
    }

    /** Ends a running one well; false where it is no longer wanted. */
    static boolean succeed(UUID id, Result result, Instant now) {
        return update(
                        """
                        state = ?1, finishedAt = ?2, progress = 1, people = ?3, placed = ?4, groupsFormed = ?5,
                        loadMillis = ?6, matchMillis = ?7, storeMillis = ?8,
                        coverage = ?9, meanAffinity = ?10, stability = ?11, purity = ?12, groupsKept = ?13,
                        moved.movedInterest = ?14, moved.movedRoom = ?15, moved.movedCompany = ?16,
                        moved.movedGroup = ?17, metAgain = ?18
                        where id = ?19 and state = ?20""",
                        FormationState.SUCCEEDED,
                        now,
                        result.people,
                        result.placed,
                        result.groups,
                        result.loadMillis,
                        result.matchMillis,
                        result.storeMillis,
                        result.quality.coverage(),
                        result.quality.meanAffinity(),
                        result.quality.stability(),
                        result.quality.purity(),
                        result.kept,
                        result.moved.movedInterest,
                        result.moved.movedRoom,
                        result.moved.movedCompany,
                        result.moved.movedGroup,
                        result.metAgain,
                        id,
                        FormationState.RUNNING)
                == 1;
    }

    /** What came out; {@code storeMillis} is null for a dry run. */
    record Result(
            int people,
            int placed,
            int groups,
            int kept,
            MovedPlaces moved,
            int metAgain,
            long loadMillis,
            long matchMillis,
            @Nullable Long storeMillis,
            Quality quality) {}
}

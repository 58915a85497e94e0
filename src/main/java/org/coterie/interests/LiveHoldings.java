package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.paging.Portions;
import org.coterie.paging.RowStream;
import org.coterie.problem.BriefWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What everybody holds, in the memory of this process: read whole at the start, and from then on wherever the database
 * says that something changed, in this process or another. It is never the truth: whoever stops loses nothing.
 */
@ApplicationScoped
class LiveHoldings {

    private static final Logger LOG = Logger.getLogger(LiveHoldings.class);

    /** Whoever asks looks for changes first; this is for those that nobody asks about. */
    private static final int SECONDS_BETWEEN_LOOKS = 1;

    /** Changes are kept so long for processes that have not read them. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** A process that has not looked for so long may have missed some, and begins anew. */
    private static final Duration LONGEST_ABSENCE = KEPT.dividedBy(2);

    private static final int PEOPLE_AT_ONCE = 100;

    private static final String ALL = """
            select person_id, tag_id, stance, strength, visibility, expressed_at, matches_until
            from interest
            where visibility <> 'PRIVATE' and matches_until > ?
            order by person_id
            """;

    private static final String OF_SOME = """
            select person_id, tag_id, stance, strength, visibility, expressed_at, matches_until
            from interest
            where person_id = any (?) and visibility <> 'PRIVATE'
            """;

    private static final String FORGET = "delete from interest_change where id < ?";

    private final Clock clock;
    private final DataSource database;
    private final RowStream rows;
    private final Lock looking = new ReentrantLock();
    private final Deque<Position> positions = new ArrayDeque<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "live-holdings");
        thread.setDaemon(true);
        return thread;
    });

    private volatile HolderIndex index = new HolderIndex();
    private final AtomicLong begun = new AtomicLong();
    private long done;
    private @Nullable ChangeReader changes;

    private final OwnChanges own;
    private Unread unread;

    private Instant looked = Instant.MIN;

    LiveHoldings(Clock clock, DataSource database, OwnChanges own, RowStream rows) {
        this.clock = clock;
        this.own = own;
        this.unread = new Unread(own);
        this.database = database;
        this.rows = rows;
    }

    /** How far the record of changes was read at a time. */
    private record Position(Instant at, long change) {}

    void start(@Observes StartupEvent event) {
        catchUp();
        var unused = watch.scheduleWithFixedDelay(
                this::keepUp, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        watch.shutdown();
    }

    /** What is in memory. */
    HolderIndex index() {
        return index;
    }

    /**
     * Reads what has changed: all that was committed before this call, in whichever process, is in memory afterwards. Not to
     * be called within a transaction, whose connection would stand in the way of others' looks.
     *
     * @throws IllegalStateException with the {@link SQLException}
     */
    void catchUp() {
        long before = begun.get();
        looking.lock();
        try {
            // who waited for a look that began after this call need not look again
            if (done <= before) {
                long current = begun.incrementAndGet();
                look();
                done = current;
            }
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        Instant now = clock.instant();
        ChangeReader known = changes;
        ChangeReader reader = known == null || looked.plus(LONGEST_ABSENCE).isBefore(now) ? load(now) : known;
        changes = reader;
        BriefWork.run(() -> readChanges(reader, now));
        looked = now;
    }

    private ChangeReader load(Instant now) {
        ChangeReader reader = QuarkusTransaction.requiringNew()
                .call(() -> ask(connection -> ChangeReader.fromNowOn(connection, now)));
        var loaded = new HolderIndex();
        var person = new OneAfterTheOther(loaded);
        rows.each(ALL, statement -> statement.setObject(1, now.atOffset(ZoneOffset.UTC)), person::add);
        person.handOver();
        loaded.sort();
        index = loaded;
        unread = new Unread(own);
        return reader;
    }

    private void readChanges(ChangeReader reader, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            ask(connection -> {
                reader.next(connection, now, unread);
                return reader.position();
            });
            unread.known().forEach(index::put);
            unread.known().clear();
            Portions.of(unread.toRead(), PEOPLE_AT_ONCE).forEach(some -> {
                Map<UUID, List<Held>> held = ask(connection -> heldBy(some, connection));
                some.forEach(person -> index.put(person, held.getOrDefault(person, List.of())));
                some.forEach(unread.toRead()::remove);
            });
        });
    }

    /** Something that is read over a connection. */
    @FunctionalInterface
    private interface Question<T> {

        T over(Connection connection) throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            return question.over(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Changes of interests could not be read.", e);
        }
    }

    private static Map<UUID, List<Held>> heldBy(List<UUID> people, Connection connection) throws SQLException {
        Map<UUID, List<Held>> held = new HashMap<>();
        Array ids = connection.createArrayOf("uuid", people.toArray());
        try (PreparedStatement select = connection.prepareStatement(OF_SOME)) {
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    held.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(held(row));
                }
            }
        } finally {
            ids.free();
        }
        return held;
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject(2, UUID.class),
                Stance.valueOf(row.getString(3)),
                row.getInt(4),
                Visibility.valueOf(row.getString(5)) == Visibility.MATCH_ONLY,
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    private void keepUp() {
        try {
            catchUp();
            forget(clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("Changes of interests could not be read; it is tried again in a second", e);
        }
    }

    /** Deletes changes that every process has read, by where this one was an hour ago. */
    private void forget(Instant now) {
        ChangeReader reader = changes;
        if (reader == null) {
            return;
        }
        Position last = positions.peekLast();
        if (last == null || last.at.plus(KEPT.dividedBy(60)).isBefore(now)) {
            positions.addLast(new Position(now, reader.position()));
        }
        Position first = positions.peekFirst();
        if (first != null && first.at.plus(KEPT).isBefore(now)) {
            positions.removeFirst();
            QuarkusTransaction.requiringNew().run(() -> ask(connection -> forget(first.change, connection)));
        }
    }

    /** The one read last stays: its number says where the next is to be looked for. */
    private static int forget(long before, Connection connection) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setLong(1, before);
            return forget.executeUpdate();
        }
    }

    /** Gathers what one person holds from rows that follow each other. */
    private static final class OneAfterTheOther {

        private final Collection<Held> all = new ArrayList<>();
        private final HolderIndex index;
        private @Nullable UUID personId;

        OneAfterTheOther(HolderIndex index) {
            this.index = index;
        }

        void add(ResultSet row) throws SQLException {
            UUID whose = row.getObject(1, UUID.class);
            if (!whose.equals(personId)) {
                handOver();
                personId = whose;
            }
            all.add(held(row));
        }

        void handOver() {
            if (personId != null) {
                index.put(personId, List.copyOf(all));
            }
            all.clear();
        }
    }
}

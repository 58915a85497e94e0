package org.coterie.live;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.coterie.live.ChangeReader.Change;
import org.coterie.problem.BriefWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is in the memory of this process up with the database: read whole at the start, and from then on wherever the
 * database says that something changed, in this process or another. It is never the truth: whoever stops loses nothing.
 */
@ApplicationScoped
public class Live {

    private static final Logger LOG = Logger.getLogger(Live.class);

    /** Whoever asks looks for changes first; this is for those that nobody asks about. */
    private static final int SECONDS_BETWEEN_LOOKS = 1;

    /** Changes are kept so long for processes that have not read them. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** A process that has not looked for so long may have missed some, and begins anew. */
    private static final Duration LONGEST_ABSENCE = KEPT.dividedBy(2);

    private static final String FORGET = "delete from live_change where id < ?";

    private final Clock clock;
    private final DataSource database;
    private final Map<Topic, Follower> followers = new EnumMap<>(Topic.class);
    private final Lock looking = new ReentrantLock();
    private final Deque<Position> positions = new ArrayDeque<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "live");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicLong begun = new AtomicLong();
    private long told;
    private long done;
    private @Nullable ChangeReader changes;
    private volatile Heard heard = new Heard(0, null);
    private Instant looked = Instant.MIN;

    Live(Clock clock, DataSource database, @All List<Follower> all) {
        this.clock = clock;
        this.database = database;
        all.forEach(follower -> followers.put(follower.topic(), follower));
    }

    /**
     * What is in memory.
     *
     * @param changes how many this process had heard of
     * @param place how far the record was read; null before the first look
     */
    private record Heard(long changes, ChangeReader.@Nullable Place place) {}

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

    /**
     * Reads what has changed: all that was committed before this call, in whichever process, is in memory afterwards. Not to
     * be called within a transaction, whose connection would stand in the way of others' looks.
     *
     * @throws IllegalStateException with the {@link SQLException}
     */
    public void catchUp() {
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

    /** Of how many changes this process has heard; what it has heard of is in memory. See {@link #isAll}. */
    public long heard() {
        return heard.changes;
    }

    /**
     * Whether these are all changes that there are, committed in whichever process before this call. It waits for nobody who
     * reads them, and reads none.
     *
     * @param changes as many as this process had heard of
     * @throws IllegalStateException with the {@link SQLException}
     */
    public boolean isAll(long changes) {
        Heard now = heard;
        ChangeReader.Place place = now.place;
        return now.changes == changes && place != null && ask(place::isTheEnd);
    }

    private void look() {
        Instant now = clock.instant();
        ChangeReader known = changes;
        ChangeReader reader = known == null || looked.plus(LONGEST_ABSENCE).isBefore(now) ? begin(now) : known;
        changes = reader;
        BriefWork.run(() -> QuarkusTransaction.requiringNew()
                .run(() -> ask(connection -> {
                    reader.next(connection, now, new Told());
                    for (Follower follower : followers.values()) {
                        follower.readOn(connection);
                    }
                    return reader;
                })));
        // not before: what is read from memory meanwhile may be as it was
        heard = new Heard(told, reader.place());
        looked = now;
    }

    private ChangeReader begin(Instant now) {
        told++;
        ChangeReader reader = QuarkusTransaction.requiringNew()
                .call(() -> ask(connection -> ChangeReader.fromNowOn(connection, now)));
        beginAll(now);
        return reader;
    }

    /** All at once, on threads of their own: those that the process shares may still belong to an application before this one. */
    private void beginAll(Instant now) {
        ExecutorService threads = Executors.newFixedThreadPool(followers.size());
        try {
            CompletableFuture.allOf(followers.values().stream()
                            .map(follower -> CompletableFuture.runAsync(() -> follower.begin(now), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    /** Tells each follower what is meant for it. */
    private final class Told implements ChangeReader.Sink {

        @Override
        public void changed(Change change) {
            told++;
            Follower follower = followers.get(change.topic());
            if (follower != null) {
                follower.changed(change.number(), change.ids());
            }
        }

        @Override
        public void changedLate(Change change) {
            told++;
            Follower follower = followers.get(change.topic());
            if (follower != null) {
                follower.changedLate(change.ids());
            }
        }
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
            throw new IllegalStateException("Changes could not be read.", e);
        }
    }

    private void keepUp() {
        try {
            catchUp();
            forget(clock.instant());
        } catch (RuntimeException | Error e) {
            LOG.warn("Changes could not be read; it is tried again in a second", e);
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
}

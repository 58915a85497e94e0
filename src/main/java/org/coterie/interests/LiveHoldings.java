package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.live.ChangeLog;
import org.coterie.live.Follower;
import org.coterie.live.Topic;
import org.coterie.paging.Cells;
import org.coterie.paging.Portions;
import org.coterie.paging.RowStream;
import org.coterie.people.PersonLeaving;
import org.jspecify.annotations.Nullable;

/** What everybody holds, in the memory of this process. */
@ApplicationScoped
class LiveHoldings implements Follower {

    private static final int PEOPLE_AT_ONCE = 100;

    private static final String ALL = """
            select person_id, tag_id, stance, strength, visibility = 'MATCH_ONLY', expressed_at, matches_until
            from interest
            where visibility <> 'PRIVATE' and matches_until > ?
            """;

    private static final String OF_SOME = """
            select person_id, tag_id, stance, strength, visibility = 'MATCH_ONLY', expressed_at, matches_until
            from interest
            where person_id = any (?) and visibility <> 'PRIVATE'
            """;

    private final ChangeLog log;
    private final OwnChanges own;
    private final RowStream rows;
    private volatile HolderIndex index = new HolderIndex();
    private Unread unread;

    LiveHoldings(ChangeLog log, OwnChanges own, RowStream rows) {
        this.log = log;
        this.own = own;
        this.rows = rows;
        this.unread = new Unread(own);
    }

    void interestsChanged(@Observes InterestsChanged change) {
        log.note(Topic.INTERESTS, change.personId());
    }

    void leaving(@Observes PersonLeaving leaving) {
        log.note(Topic.INTERESTS, leaving.personId());
    }

    /** What is in memory. */
    HolderIndex index() {
        return index;
    }

    @Override
    public Topic topic() {
        return Topic.INTERESTS;
    }

    @Override
    public void begin(Instant now) {
        HolderIndex loaded = HolderIndex.inAnyOrder();
        try (var behind = new PutBehind(loaded)) {
            var person = new OneAfterTheOther(behind);
            rows.each(ALL, statement -> statement.setObject(1, now.atOffset(ZoneOffset.UTC)), person::add);
            person.handOver();
            behind.finish();
        }
        loaded.order();
        index = loaded;
        unread = new Unread(own);
    }

    @Override
    public void changed(long change, Collection<UUID> people) {
        unread.add(change, people);
    }

    @Override
    public void changedLate(Collection<UUID> people) {
        unread.addLate(people);
    }

    @Override
    public void readOn(Connection connection) throws SQLException {
        unread.known().forEach(index::put);
        unread.known().clear();
        for (List<UUID> some : Portions.of(unread.toRead(), PEOPLE_AT_ONCE).toList()) {
            Map<UUID, List<Held>> held = heldBy(some, connection);
            some.forEach(person -> index.put(person, held.getOrDefault(person, List.of())));
            some.forEach(unread.toRead()::remove);
        }
    }

    private static Map<UUID, List<Held>> heldBy(List<UUID> people, Connection connection) throws SQLException {
        Map<UUID, List<Held>> held = new HashMap<>();
        Array ids = connection.createArrayOf("uuid", people.toArray());
        try (PreparedStatement select = connection.prepareStatement(OF_SOME)) {
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    held.computeIfAbsent(Cells.id(row, 1), id -> new ArrayList<>())
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
                Cells.id(row, 2),
                Stance.valueOf(row.getString(3)),
                row.getInt(4),
                row.getBoolean(5),
                Cells.instant(row, 6),
                Cells.instant(row, 7));
    }

    /** Gathers what one person holds from rows that follow each other, as most do in the order in which they were written. */
    private static final class OneAfterTheOther {

        private final Collection<Held> all = new ArrayList<>();
        private final PutBehind sink;
        private @Nullable UUID personId;

        OneAfterTheOther(PutBehind sink) {
            this.sink = sink;
        }

        void add(ResultSet row) throws SQLException {
            UUID whose = Cells.id(row, 1);
            if (!whose.equals(personId)) {
                handOver();
                personId = whose;
            }
            all.add(held(row));
        }

        void handOver() {
            if (personId != null) {
                sink.add(personId, List.copyOf(all));
            }
            all.clear();
        }
    }

    /**
     * Puts people into an index while those after them are still being read, which takes about as long; on a thread of its own,
     * since those that answer requests could all be waiting for it.
     */
    private static final class PutBehind implements AutoCloseable {

        private static final int AT_ONCE = 1_000;

        private final ExecutorService thread =
                Executors.newSingleThreadExecutor(work -> new Thread(work, "interests-into-memory"));

        private final HolderIndex index;
        private List<Person> next = new ArrayList<>(AT_ONCE);
        private CompletableFuture<Void> putting = CompletableFuture.completedFuture(null);

        /** Somebody, and what they hold. */
        private record Person(UUID id, List<Held> held) {}

        PutBehind(HolderIndex index) {
            this.index = index;
        }

        void add(UUID personId, List<Held> held) {
            next.add(new Person(personId, held));
            if (next.size() == AT_ONCE) {
                putNext();
            }
        }

        /** Those before are waited for, so that no more than two portions are in memory. */
        private void putNext() {
            putting.join();
            List<Person> some = next;
            next = new ArrayList<>(AT_ONCE);
            putting = CompletableFuture.runAsync(() -> some.forEach(one -> index.add(one.id, one.held)), thread);
        }

        void finish() {
            putNext();
            putting.join();
        }

        @Override
        public void close() {
            thread.shutdown();
        }
    }
}

package org.coterie.tags;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.coterie.live.ChangeLog;
import org.coterie.live.Live;
import org.coterie.live.Rounds;
import org.coterie.live.Topic;
import org.coterie.meaning.Meaning;
import org.coterie.meaning.NearIndex.Near;
import org.coterie.tags.NameIndex.Name;
import org.jboss.logging.Logger;

/**
 * Finds out what new names mean, and which tags are near each other: a few while whoever said them waits, all others in the
 * background. Of many processes each does some; one at a time writes.
 */
@ApplicationScoped
public class NearTagFinder {

    private static final Logger LOG = Logger.getLogger(NearTagFinder.class);

    private static final int TAGS_AT_ONCE = 64;

    /** Reading a word takes some milliseconds: more than these are not read while somebody waits. */
    private static final int MOST_WAITED_FOR = 3;

    /** So many wait in turn; where more come at once, the background does it for the others. */
    private static final int MOST_WAITING = 16;

    /** A pair that is less sure is not kept. */
    private static final double LEAST_SURE = 0.5;

    /** A tag that is found to be near more than these is near the surest of them. */
    private static final int MOST_NEAR = 10;

    private static final String TURN = "select id from meaning_turn for update";
    private static final String FORGET = "delete from tag_meaning where word_key = ?";
    private static final String REMEMBER = """
            insert into tag_meaning (word_key, words, model, vector, compared)
            select word_key, ?, ?, ?, false from tag_key where word_key = ?""";
    private static final String COMPARED = "update tag_meaning set compared = true where word_key = ?";

    private final ChangeLog log;
    private final DataSource database;
    private final Live live;
    private final LiveNames names;
    private final Meaning meaning;
    private final NearTags nearTags;
    private final Duration patience;
    private final Slips slips;
    private final ReentrantLock here = new ReentrantLock();
    private final Rounds rounds = new Rounds("near-tags", this::isSomeFound);
    private final ExecutorService waitedFor = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), NearTagFinder::thread);

    NearTagFinder(
            ChangeLog log,
            DataSource database,
            Live live,
            LiveNames names,
            Meaning meaning,
            NearTags nearTags,
            NearTagsConfig config,
            Slips slips) {
        this.log = log;
        this.database = database;
        this.live = live;
        this.names = names;
        this.meaning = meaning;
        this.nearTags = nearTags;
        patience = config.patience();
        this.slips = slips;
    }

    void start(@Observes StartupEvent event) {
        meaning.ready().thenAccept(there -> {
            if (there) {
                rounds.begin();
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.end();
        waitedFor.shutdown();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "near-tags-waited-for");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Finds out what is near the first three of these tags of which that is not known yet. What takes too long, or fails, is left
     * to the background; without the model nothing is done. Not to be called within a transaction.
     */
    public void findNow(Collection<UUID> tags) {
        if (!meaning.on()) {
            return;
        }
        List<UUID> fresh =
                tags.stream().filter(this::isFresh).limit(MOST_WAITED_FOR).toList();
        if (fresh.isEmpty()) {
            return;
        }
        try {
            CompletableFuture.supplyAsync(() -> isFoundNow(fresh), waitedFor)
                    .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (RejectedExecutionException | CompletionException e) {
            LOG.infof(e, "What is near a new tag is found out later");
        }
    }

    private boolean isFoundNow(List<UUID> fresh) {
        live.catchUp();
        return isFound(fresh.stream().filter(this::isFresh).toList());
    }

    private boolean isFresh(UUID tag) {
        return names.of(tag) == null || names.meanings().isWaiting(tag);
    }

    private boolean isSomeFound() {
        return isFound(names.meanings().waiting(TAGS_AT_ONCE));
    }

    /** False where there are none, or the model has gone. */
    private boolean isFound(List<UUID> some) {
        if (some.isEmpty() || !isUnderstood(some)) {
            return false;
        }
        live.catchUp();
        compare(some);
        live.catchUp();
        return true;
    }

    /** False where the model has gone. */
    private boolean isUnderstood(Collection<UUID> tags) {
        Map<String, String> wordsByKey = new TreeMap<>();
        Set<UUID> changed = new HashSet<>();
        for (UUID tag : tags) {
            Set<String> known = names.meanings().wordsOf(tag);
            for (Map.Entry<String, Name> name : readable(tag)) {
                if (!known.contains(name.getValue().words())) {
                    wordsByKey.put(name.getKey(), name.getValue().words());
                    changed.add(tag);
                }
            }
        }
        List<String> words = List.copyOf(wordsByKey.values());
        List<float[]> vectors =
                meaning.ofAll(words.stream().map(NearTagFinder::spoken).toList());
        if (vectors.size() < words.size()) {
            return false;
        }
        Map<String, byte[]> meanings = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            meanings.put(words.get(i), StoredVector.write(vectors.get(i)));
        }
        inTurn(() -> {
            write(FORGET, wordsByKey.keySet(), FillIn.KEY);
            write(REMEMBER, wordsByKey.keySet(), (row, key) -> {
                String said = wordsByKey.getOrDefault(key, key);
                row.setString(1, said);
                row.setString(2, Meaning.MODEL);
                row.setBytes(3, meanings.get(said));
                row.setBytes(4, TagKey.bytes(key));
            });
            log.noteAll(Topic.TAGS, changed);
        });
        return true;
    }

    /** As the model reads a folded name. */
    static String spoken(String words) {
        return words.replace('-', ' ');
    }

    private List<Map.Entry<String, Name>> readable(UUID tag) {
        return MeaningIndex.readable(names.index().of(tag));
    }

    /** In turn altogether: who compares a tag that means the same at this moment would otherwise undo what is found here. */
    private void compare(Collection<UUID> tags) {
        inTurn(() -> {
            Map<UUID, Map<UUID, Double>> before = nearTags.of(tags, LEAST_SURE);
            List<Compared> compared = tags.parallelStream()
                    .map(tag -> compared(tag, before.getOrDefault(tag, Map.of()).keySet()))
                    .toList();
            Map<UUID, Map<UUID, Double>> near = new TreeMap<>();
            Map<UUID, Map<UUID, Double>> mistyped = new TreeMap<>();
            for (Compared one : compared) {
                near.put(one.tag, one.near);
                one.mistyped.ifPresent(slips -> mistyped.put(one.tag, slips));
            }
            List<String> keys = tags.stream()
                    .flatMap(tag -> readable(tag).stream().map(Map.Entry::getKey))
                    .toList();
            nearTags.replaceAll(near, mistyped);
            write(COMPARED, keys, FillIn.KEY);
            log.noteAll(Topic.TAGS, near.keySet());
        });
    }

    /**
     * What is near a tag.
     *
     * @param mistyped what it may have meant, and what may have meant it; empty of a tag that has gone
     */
    private record Compared(UUID tag, Map<UUID, Double> near, Optional<Map<UUID, Double>> mistyped) {}

    /** From memory. */
    private Compared compared(UUID tag, Set<UUID> others) {
        MeaningIndex meanings = names.meanings();
        Map<UUID, Double> near = meanings.near(meanings.of(tag), MOST_NEAR + 1, LEAST_SURE).stream()
                .filter(other -> !other.id().equals(tag))
                .limit(MOST_NEAR)
                .collect(Collectors.toMap(Near::id, Near::confidence));
        return new Compared(tag, near, Optional.ofNullable(names.of(tag)).map(told -> slips.with(told.tag(), others)));
    }

    /** Within this process in turn before the database is asked, which would give up on whoever waits long. */
    void inTurn(Runnable work) {
        here.lock();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                write(TURN);
                work.run();
            });
        } finally {
            here.unlock();
        }
    }

    /** Fills a key and what belongs to it into a statement. */
    @FunctionalInterface
    private interface FillIn {

        FillIn KEY = (row, key) -> row.setBytes(1, TagKey.bytes(key));

        void fill(PreparedStatement row, String key) throws SQLException;
    }

    private void write(String sql, Collection<String> keys, FillIn row) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (String key : keys) {
                row.fill(statement, key);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not write: " + sql, e);
        }
    }

    private void write(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not write: " + sql, e);
        }
    }
}

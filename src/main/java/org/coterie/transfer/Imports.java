package org.coterie.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.interests.InterestIntake;
import org.coterie.live.ChangeLog;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.problem.Problem;
import org.coterie.transfer.Lines.Line;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Files of people that come in, and what became of them. */
@ApplicationScoped
public class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class);

    /** Longer than any window takes to arrive and to be stored. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final int BLOCK = 64 * 1024;

    /** Each holds one of the threads that answer requests for as long as its sender takes. */
    static final int MOST_AT_ONCE = 8;

    private final Events events;
    private final InterestIntake interests;
    private final ChangeLog log;
    private final LineReader reader;
    private final WindowStore store;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final boolean embedded;

    Imports(
            Events events,
            InterestIntake interests,
            ChangeLog log,
            LineReader reader,
            WindowStore store,
            Clock clock,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String database) {
        this.events = events;
        this.interests = interests;
        this.log = log;
        this.reader = reader;
        this.store = store;
        this.clock = clock;
        this.embedded = database.equals("h2");
    }

    /** An import that was running when an embedded database was closed has no process any more. */
    @Transactional
    void endInterrupted(@Observes StartupEvent start) {
        endSilent(embedded ? Duration.ZERO : SILENCE);
    }

    /**
     * Reads and stores a file while it arrives. What is counted is stored, whatever comes after.
     *
     * @param size how many bytes will arrive, where the sender says so
     * @param zipped whether it comes as gzip
     * @throws Problem UNAVAILABLE where as many files are arriving as may at once
     */
    ImportView receive(InputStream body, OptionalLong size, boolean zipped) {
        if (!places.tryAcquire()) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "too-many-imports", Map.of("most", MOST_AT_ONCE));
        }
        try {
            return receiveInPlace(body, size, zipped);
        } finally {
            places.release();
        }
    }

    private ImportView receiveInPlace(InputStream body, OptionalLong size, boolean zipped) {
        UUID id = begin();
        var arriving = new Arriving(body, size);
        try {
            ImportTally tally =
                    readAll(new Lines(zipped ? new GZIPInputStream(arriving, BLOCK) : arriving), arriving, id);
            arriving.expectAll();
            interests.tell(tally.concerned(), tally.isFew());
            finish(id, ImportState.SUCCEEDED, null);
        } catch (EOFException e) {
            LOG.infof("Import %s broke off: %s", id, e.getMessage());
            finish(id, ImportState.FAILED, "import-failed.broke-off");
        } catch (IOException e) {
            LOG.infof("Import %s could not be read: %s", id, e.getMessage());
            finish(id, ImportState.FAILED, "import-failed.unreadable");
        } catch (RuntimeException e) {
            finishAfter(e, id);
            throw e;
        }
        return QuarkusTransaction.requiringNew().call(() -> view(id));
    }

    private UUID begin() {
        var job = new ImportJob(clock.instant());
        QuarkusTransaction.requiringNew().run(() -> {
            job.persist();
            log.noteOther();
        });
        return job.id;
    }

    /** While one window is stored the next is read; there are never more than these two. */
    private ImportTally readAll(Lines lines, Arriving arriving, UUID id) throws IOException {
        Instant begun = clock.instant();
        try (var behind = new StoringBehind(store, ImportTally.begun(id))) {
            return readAll(lines, arriving, begun, behind);
        }
    }

    private ImportTally readAll(Lines lines, Arriving arriving, Instant begun, StoringBehind behind)
            throws IOException {
        var window = new Window(begun, 0);
        try {
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<Reading> reading = reader.read(line.get(), begun);
                if (reading.isPresent()) {
                    window.add(reading.get(), line.get().bytes().length);
                }
                if (window.isFull(clock.instant())) {
                    behind.store(window, arriving.progress());
                    window = new Window(clock.instant(), line.get().number());
                }
            }
        } finally {
            // also where the file broke off: what came whole is stored, and counted
            behind.store(window, arriving.progress());
            behind.await();
        }
        return behind.await();
    }

    private void finish(UUID id, ImportState state, @Nullable String failure) {
        QuarkusTransaction.requiringNew().run(() -> end(id, state, failure));
    }

    private void end(UUID id, ImportState state, @Nullable String failure) {
        if (ImportJob.finish(id, state, clock.instant(), failure)) {
            events.tell(Fact.importFinished(id, state));
            log.noteOther();
        }
    }

    private void finishAfter(RuntimeException reason, UUID id) {
        try {
            finish(id, ImportState.FAILED, "import-failed.unable");
        } catch (RuntimeException e) {
            // where the database is away, silence will end the import
            reason.addSuppressed(e);
        }
    }

    /**
     * What became of an import.
     *
     * @throws Problem UNKNOWN where there is none with this id
     */
    @Transactional
    ImportView find(UUID id) {
        endSilent(SILENCE);
        return view(id);
    }

    private static ImportView view(UUID id) {
        ImportJob job = ImportJob.<ImportJob>findByIdOptional(id)
                .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-import", Map.of("id", id)));
        return ImportView.of(
                job, ImportError.of(id).stream().map(ImportErrorView::of).toList());
    }

    /** All imports, newest first. */
    @Transactional
    Page<ImportView> list(PageRequest page) {
        endSilent(SILENCE);
        return Page.of(ImportJob.newestFirst(page.afterId(), page.limit() + 1), page.limit(), job -> job.id.toString())
                .map(job -> ImportView.of(job, null));
    }

    private void endSilent(Duration silence) {
        ImportJob.silentSince(clock.instant().minus(silence))
                .forEach(id -> end(id, ImportState.FAILED, "import-failed.stopped"));
    }
}

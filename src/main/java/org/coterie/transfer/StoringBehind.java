package org.coterie.transfer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stores the windows of one import one after the other, on a thread of its own: those that answer requests wait for it, and
 * could all of them be waiting.
 */
final class StoringBehind implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "import-storing"));

    private final WindowStore store;
    private CompletableFuture<ImportTally> stored;

    StoringBehind(WindowStore store, ImportTally before) {
        this.store = store;
        this.stored = CompletableFuture.completedFuture(before);
    }

    /**
     * Begins to store a window, once the one before is stored.
     *
     * @param reached what part of the file has been read with it
     * @throws RuntimeException why the one before could not be stored
     */
    void store(Window window, double reached) {
        ImportTally before = await();
        stored = CompletableFuture.supplyAsync(() -> store.store(window, before, reached), thread);
    }

    /**
     * Waits until everything is stored.
     *
     * @throws RuntimeException why the last window could not be stored
     */
    ImportTally await() {
        try {
            return stored.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}

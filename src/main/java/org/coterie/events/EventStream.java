package org.coterie.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.coterie.events.EventStore.Placed;
import org.coterie.events.EventStore.Portion;

/** One reader who follows what happens: reads on where they were, then sleeps until the bell rings. */
final class EventStream {

    private static final int AT_A_TIME = 100;

    /** Nothing has happened yet. */
    private static final Part NOTHING = new Part(List.of(), false, false);

    private static final Part HEARTBEAT = new Part(List.of(), true, false);
    private static final Part END = new Part(List.of(), false, true);

    private final Listener listener;
    private final EventStore store;
    private final BooleanSupplier valid;
    private final Duration heartbeat;
    private volatile long position;
    private volatile boolean ended;
    private volatile CompletableFuture<Void> bell = new CompletableFuture<>();

    /**
     * Nothing is read yet.
     *
     * @param valid whether the reader still may read
     * @param heartbeat how long nothing may happen
     */
    EventStream(Listener listener, long position, EventStore store, BooleanSupplier valid, Duration heartbeat) {
        this.listener = listener;
        this.position = position;
        this.store = store;
        this.valid = valid;
        this.heartbeat = heartbeat;
    }

    /**
     * What comes next.
     *
     * @param silent whether nothing has happened for so long that the reader is to see that the stream is alive
     * @param last whether nothing more comes
     */
    record Part(List<EventView> events, boolean silent, boolean last) {}

    /** The next part, read on a worker thread; whoever rings while it is read is not overheard. */
    Uni<Part> next() {
        var awaited = new CompletableFuture<Void>();
        bell = awaited;
        return Uni.createFrom()
                .item(this::read)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(part ->
                        part.equals(NOTHING) ? sleep(awaited) : Uni.createFrom().item(part));
    }

    private Uni<Part> sleep(CompletableFuture<Void> awaited) {
        return Uni.createFrom()
                .completionStage(awaited)
                .replaceWith(NOTHING)
                .ifNoItem()
                .after(heartbeat)
                .recoverWithItem(HEARTBEAT);
    }

    private Part read() {
        if (ended || !valid.getAsBoolean()) {
            return END;
        }
        Portion portion = store.after(listener, position, AT_A_TIME);
        List<Placed> read = portion.read();
        if (read.isEmpty()) {
            return NOTHING;
        }
        position = read.get(read.size() - 1).position();
        return new Part(portion.shown().toList(), false, false);
    }

    Listener listener() {
        return listener;
    }

    /** Something has happened. */
    void ring() {
        bell.complete(null);
    }

    /** Nothing more is told. */
    void end() {
        ended = true;
        ring();
    }
}

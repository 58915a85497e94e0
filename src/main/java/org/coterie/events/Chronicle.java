package org.coterie.events;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.events.EventStore.Placed;
import org.coterie.events.EventStore.Portion;
import org.coterie.events.EventStream.Part;
import org.coterie.freshness.Unchanged;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What has happened to whoever asks, to catch up with or to follow. */
@ApplicationScoped
class Chronicle {

    private static final Logger LOG = Logger.getLogger(Chronicle.class);

    private static final long BEGINNING = 0;

    private final Caller caller;
    private final EventStore store;
    private final Publisher publisher;
    private final Streams streams;
    private final Unchanged unchanged;

    Chronicle(Caller caller, EventStore store, Publisher publisher, Streams streams, Unchanged unchanged) {
        this.caller = caller;
        this.store = store;
        this.publisher = publisher;
        this.streams = streams;
        this.unchanged = unchanged;
    }

    private Listener listener() {
        return new Listener(caller.pass(), caller.isOperator() ? null : caller.personId());
    }

    /**
     * The next events.
     *
     * @param after the last one that the reader has, unless the page says where to read on; null or empty for none
     * @throws org.coterie.problem.Problem UNKNOWN where they are told of no such event, or no longer
     */
    Page<EventView> list(@Nullable String after, PageRequest page) {
        Listener listener = listener();
        int limit = page.limit();
        String last = page.afterId().map(UUID::toString).orElse(after);
        // what was committed before this call is among them
        publisher.publishSome();
        unchanged.endIfSo(caller.person(), store.last());
        Portion portion = store.after(listener, placeOf(last, listener), limit + 1);
        Page<Placed> found =
                Page.of(portion.read(), limit, placed -> placed.event().id().toString());
        return new Page<>(new Portion(found.items(), portion.audible()).shown().toList(), found.nextCursor());
    }

    /**
     * What happens after an event, until the reader goes or may no longer read.
     *
     * @throws org.coterie.problem.Problem UNKNOWN as with {@link #list}
     */
    Multi<Part> follow(@Nullable String after) {
        Listener listener = listener();
        long position = placeOf(after, listener);
        // where nothing can be read, they are told so at once: a stream that has begun can only break off
        store.after(listener, position, 1);
        return Multi.createFrom().deferred(() -> {
            EventStream stream = streams.open(listener, position);
            return Multi.createBy()
                    .repeating()
                    .uni(stream::next)
                    .whilst(part -> !part.last())
                    .onFailure()
                    .invoke(e -> LOG.warn("A stream of events breaks off; its reader will come again", e))
                    .onTermination()
                    .invoke(() -> streams.close(stream));
        });
    }

    private long placeOf(@Nullable String eventId, Listener listener) {
        return eventId == null || eventId.isEmpty() ? BEGINNING : store.placeOf(read(eventId), listener.personId());
    }

    private static UUID read(String eventId) {
        try {
            return UUID.fromString(eventId);
        } catch (IllegalArgumentException noId) {
            throw EventStore.unknown();
        }
    }
}

package org.coterie.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.coterie.accounts.Accounts;

/** The streams that are open on this process, by whom they tell. */
@ApplicationScoped
class Streams {

    private static final UUID OPERATOR = new UUID(0, 0);

    private final Accounts accounts;
    private final EventsConfig config;
    private final EventStore store;
    private final Map<UUID, Deque<EventStream>> open = new ConcurrentHashMap<>();

    Streams(Accounts accounts, EventsConfig config, EventStore store) {
        this.accounts = accounts;
        this.config = config;
        this.store = store;
    }

    private static UUID keyOf(Listener listener) {
        UUID personId = listener.personId();
        return personId == null ? OPERATOR : personId;
    }

    /** Begins one after this place; where the reader has too many, the oldest ends: a connection that is gone is not missed at once. */
    EventStream open(Listener listener, long position) {
        var stream =
                new EventStream(listener, position, store, () -> accounts.isValid(listener.pass()), config.heartbeat());
        open.compute(keyOf(listener), (key, before) -> {
            Deque<EventStream> streams = before == null ? new ArrayDeque<>() : before;
            if (streams.size() == config.streamsPerPerson()) {
                streams.removeFirst().end();
            }
            streams.addLast(stream);
            return streams;
        });
        return stream;
    }

    void close(EventStream stream) {
        open.computeIfPresent(keyOf(stream.listener()), (key, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    boolean isAnyOpen() {
        return !open.isEmpty();
    }

    /** Rings for the operator and for those of these people who listen. */
    void ring(Collection<UUID> people) {
        ring(OPERATOR);
        people.forEach(this::ring);
    }

    private void ring(UUID key) {
        open.computeIfPresent(key, (same, streams) -> {
            streams.forEach(EventStream::ring);
            return streams;
        });
    }

    void endAll() {
        open.values().forEach(streams -> streams.forEach(EventStream::end));
    }
}

package org.coterie.paging;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who follows long work on this process: each look is one at the database, so everybody has a few streams. */
@ApplicationScoped
public class Followers {

    private static final int MOST_OF_ONE = 5;

    private final Map<UUID, Deque<AtomicBoolean>> wanted = new ConcurrentHashMap<>();

    /**
     * The work as in {@link LongWork#follow}; where a person follows too much, the oldest stream ends.
     *
     * @param person null for the operator, who follows as much as they like
     */
    public <T extends LongWork> Multi<OutboundSseEvent> follow(
            @Nullable UUID person, Supplier<T> look, Class<T> type, Sse sse) {
        if (person == null) {
            return LongWork.follow(look, type, sse);
        }
        return Multi.createFrom().deferred(() -> {
            AtomicBoolean isWanted = begin(person);
            return LongWork.follow(look, isWanted::get, type, sse)
                    .onTermination()
                    .invoke(() -> end(person, isWanted));
        });
    }

    private AtomicBoolean begin(UUID person) {
        var isWanted = new AtomicBoolean(true);
        wanted.compute(person, (same, before) -> {
            Deque<AtomicBoolean> theirs = before == null ? new ArrayDeque<>() : before;
            if (theirs.size() == MOST_OF_ONE) {
                theirs.removeFirst().set(false);
            }
            theirs.addLast(isWanted);
            return theirs;
        });
        return isWanted;
    }

    private void end(UUID person, AtomicBoolean isWanted) {
        wanted.computeIfPresent(person, (same, theirs) -> {
            theirs.remove(isWanted);
            return theirs.isEmpty() ? null : theirs;
        });
    }
}

package org.coterie.paging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Work that takes its time, as whoever waits for it sees it: in a state, and over at last. */
public interface LongWork {

    /** How often it is looked at while somebody follows it. */
    Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** How far it is. */
    Enum<?> state();

    /** Whether it is over, well or not. */
    boolean over();

    /**
     * The work as it is, then again whenever it has changed, until it is finished, as server-sent events: {@code state}
     * when its state is another, else {@code progress}. The look is taken on a worker thread.
     */
    static <T extends LongWork> Multi<OutboundSseEvent> follow(Supplier<T> look, Class<T> type, Sse sse) {
        return follow(look, () -> true, type, sse);
    }

    /**
     * The same, until it is wanted no more.
     *
     * @param isWanted asked after each look
     */
    static <T extends LongWork> Multi<OutboundSseEvent> follow(
            Supplier<T> look, BooleanSupplier isWanted, Class<T> type, Sse sse) {
        var last = new AtomicReference<Enum<?>>();
        return Uni.createFrom()
                .item(look)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .repeat()
                .withDelay(BETWEEN_LOOKS)
                .whilst(work -> isWanted.getAsBoolean() && !work.over())
                .skip()
                .repetitions()
                .map(work -> sse.newEventBuilder()
                        .name(last.getAndSet(work.state()) == work.state() ? "progress" : "state")
                        .data(type, work)
                        .build());
    }
}

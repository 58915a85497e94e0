package org.coterie.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowersTest {

    private enum State {
        RUNNING,
        OVER
    }

    private record Work(State state) implements LongWork {

        @Override
        public boolean over() {
            return state == State.OVER;
        }
    }

    private final Followers followers = new Followers();
    private volatile State state = State.RUNNING;

    private CompletableFuture<List<OutboundSseEvent>> follow(@Nullable UUID person) {
        return follow(person, new AtomicInteger());
    }

    private CompletableFuture<List<OutboundSseEvent>> follow(@Nullable UUID person, AtomicInteger looks) {
        Supplier<Work> look = () -> {
            looks.incrementAndGet();
            return new Work(state);
        };
        return followers
                .follow(person, look, Work.class, new SseImpl())
                .collect()
                .asList()
                .subscribeAsCompletionStage();
    }

    @Test
    void whoFollowsASixthEndsTheirFirstAndNobodyElses() {
        UUID ada = UUID.randomUUID();
        var others = follow(UUID.randomUUID());
        var theirs = Stream.generate(() -> follow(ada)).limit(6).toList();

        await().until(() -> theirs.get(0).isDone());
        assertThat(theirs.subList(1, 6)).noneMatch(CompletableFuture::isDone);
        assertThat(others).isNotDone();

        state = State.OVER;
        await().until(() -> theirs.stream().allMatch(CompletableFuture::isDone) && others.isDone());
    }

    @Test
    void theOperatorFollowsAsMuchAsTheyLike() {
        List<AtomicInteger> looks = Stream.generate(AtomicInteger::new).limit(7).toList();
        var theirs = looks.stream().map(count -> follow(null, count)).toList();

        // what is wanted no more ends with its next look
        await().until(() -> looks.stream().allMatch(count -> count.get() > 3));
        assertThat(theirs).noneMatch(CompletableFuture::isDone);

        state = State.OVER;
        await().until(() -> theirs.stream().allMatch(CompletableFuture::isDone));
    }
}

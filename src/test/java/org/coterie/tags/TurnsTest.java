package org.coterie.tags;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TurnsTest {

    @Inject
    NearTagFinder finder;

    /** The embedded database gives up after two seconds. */
    @Test
    void whoeverWritesWhatWordsMeanWaitsAsLongAsTheTurnBeforeTakes() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first = new FutureTask<>(
                () -> finder.inTurn(() -> {
                    begun.countDown();
                    waitFor(end);
                }),
                true);
        var second = new FutureTask<>(() -> finder.inTurn(() -> {}), true);
        new Thread(first, "first-turn").start();
        waitFor(begun);

        var thread = new Thread(second, "second-turn");
        thread.start();
        await().atMost(30, SECONDS).until(() -> second.isDone() || thread.getState() == Thread.State.WAITING);
        end.countDown();

        assertThat(first.get(30, SECONDS)).isTrue();
        assertThat(second.get(30, SECONDS)).isTrue();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

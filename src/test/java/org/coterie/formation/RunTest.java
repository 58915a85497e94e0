package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.coterie.matching.FormationRules;
import org.junit.jupiter.api.Test;

class RunTest {

    private static Run run() {
        return new Run(new Formation(
                new FormationRules(3, 8, 2, 1), new Manner(false, false, false, false), false, Instant.EPOCH));
    }

    @Test
    void onlyWorkThatSaysSoIsInterrupted() throws InterruptedException {
        Run run = run();
        var atWork = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var interrupted = CompletableFuture.supplyAsync(() -> {
            boolean seen = run.interruptibly(() -> {
                atWork.countDown();
                try {
                    never.await();
                    return false;
                } catch (InterruptedException e) {
                    return true;
                }
            });
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return seen;
        });

        atWork.await();
        run.stop();

        assertThat(interrupted.join()).isTrue();
        assertThatThrownBy(run::goOn).isInstanceOf(CancellationException.class);
    }

    @Test
    void whatWasStoppedBeforeDoesNotBegin() {
        Run run = run();
        run.stop();

        assertThatThrownBy(() -> run.interruptibly(() -> "begun")).isInstanceOf(CancellationException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}

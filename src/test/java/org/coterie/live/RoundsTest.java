package org.coterie.live;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void anErrorEndsOneRoundOnly() {
        var rounds = new AtomicInteger();
        var looking = new Rounds("a test", () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new StackOverflowError("once");
            }
            return false;
        });
        looking.begin();

        await().atMost(Duration.ofSeconds(20)).until(() -> rounds.get() > 1);
        looking.end();
    }
}

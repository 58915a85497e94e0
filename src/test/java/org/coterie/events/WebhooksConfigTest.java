package org.coterie.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebhooksConfigTest {

    /** The settings where nothing is set. */
    static WebhooksConfig defaults() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(WebhooksConfig.class)
                .build()
                .getConfigMapping(WebhooksConfig.class);
    }

    @Test
    void whatDoesNotArriveIsTriedEverMoreRarelyForThreeDays() {
        var retries = defaults().retries();

        assertThat(retries).isSorted();
        assertThat(retries.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(retries.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(71), Duration.ofHours(73));
    }
}

package org.coterie.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How a request that is sent again is recognised. */
@ConfigMapping(prefix = "coterie.retries")
interface RetriesConfig {

    /** So long the answer to a request with an {@code Idempotency-Key} is kept, a minute to thirty days. */
    @WithDefault("24H")
    @DurationMin(minutes = 1)
    @DurationMax(days = 30)
    Duration kept();
}

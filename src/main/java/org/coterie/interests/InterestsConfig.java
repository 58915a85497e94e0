package org.coterie.interests;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long an interest is current. */
@ConfigMapping(prefix = "coterie.interests")
interface InterestsConfig {

    /** After this time an interest weighs half, unless it is said again. Written with each row when it is said. */
    @WithDefault("P30D")
    @DurationMin(seconds = 1)
    Duration halfLife();
}

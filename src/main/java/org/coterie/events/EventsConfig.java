package org.coterie.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How events are told. */
@ConfigMapping(prefix = "coterie.events")
interface EventsConfig {

    /** So long they can be caught up with. */
    @WithDefault("30D")
    @DurationMin
    Duration kept();

    /** So often a stream in which nothing happens shows that it is alive, and looks whether its reader still may read. */
    @WithDefault("15S")
    @DurationMin(seconds = 1)
    Duration heartbeat();

    /** So many streams one person has on a process, 1 to 100: one more ends the oldest. */
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int streamsPerPerson();
}

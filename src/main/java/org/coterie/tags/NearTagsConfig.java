package org.coterie.tags;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How what is near a new word is found out. */
@ConfigMapping(prefix = "coterie.near-tags")
interface NearTagsConfig {

    /** So long, at most, whoever says the word waits for it; what takes longer is found out in the background. */
    @WithDefault("300ms")
    @DurationMin
    Duration patience();
}

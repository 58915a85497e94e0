package org.coterie.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often anybody may ask. All of it may be used at once; it comes back evenly. */
@ConfigMapping(prefix = "coterie.limits")
interface LimitsConfig {

    /** Requests a minute of one person, 1 to 1000000. */
    @WithDefault("1200")
    @Min(1)
    @Max(1_000_000)
    int person();

    /** Requests a minute of one person who has joined just now, 1 to 1000000. */
    @WithDefault("300")
    @Min(1)
    @Max(1_000_000)
    int newcomer();

    /** So long somebody is a newcomer, up to a year; each process notices within an hour that it is over. */
    @WithDefault("24H")
    @DurationMin
    @DurationMax(days = 365)
    Duration newcomerFor();

    /** Requests a minute with the operator's key, 1 to 1000000. */
    @WithDefault("60000")
    @Min(1)
    @Max(1_000_000)
    int operator();

    /** Sign-ups an hour from one address, 1 to 1000000. */
    @WithDefault("1000")
    @Min(1)
    @Max(1_000_000)
    int signUp();

    /** Tokens a minute from one address that are none, 1 to 1000000. */
    @WithDefault("60")
    @Min(1)
    @Max(1_000_000)
    int wrongToken();

    /** Refusals a minute to one address that count for nobody, 1 to 1000000. */
    @WithDefault("300")
    @Min(1)
    @Max(1_000_000)
    int refused();

    /** Times a minute, from one address, that whoever may ask no more still gets away from others, 1 to 1000000. */
    @WithDefault("300")
    @Min(1)
    @Max(1_000_000)
    int wayOut();
}

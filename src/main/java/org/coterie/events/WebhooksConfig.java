package org.coterie.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the operator's own services are told. */
@ConfigMapping(prefix = "coterie.webhooks")
interface WebhooksConfig {

    /** Whether addresses that only this network knows may be written to. */
    enum PrivateAddresses {
        /** They may, and without TLS: for tests, and for services beside this one. */
        ALLOW,
        /** Only public addresses, only with TLS. */
        DENY
    }

    @WithDefault("deny")
    PrivateAddresses privateAddresses();

    /** How long after each failure it is tried again; after the last it is given up. Three days by default. */
    @WithDefault("5S,5M,30M,2H,5H,10H,14H,18H,22H")
    List<@DurationMin Duration> retries();

    /** So long one attempt takes at most, from looking the name up to the status of the answer. */
    @WithDefault("10S")
    @DurationMin(millis = 1)
    Duration patience();

    /** A webhook to which nothing arrived for so long is disabled. */
    @WithDefault("5D")
    @DurationMin
    Duration disabledAfter();

    /** So long an old secret signs beside the new one. */
    @WithDefault("24H")
    @DurationMin
    Duration oldSecretLasts();
}

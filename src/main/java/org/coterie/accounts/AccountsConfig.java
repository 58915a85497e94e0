package org.coterie.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;
import java.util.Set;

/** Who may do what. */
@ConfigMapping(prefix = "coterie")
interface AccountsConfig {

    /** The operator's key. Where it is not set, one is made at the first start and shown once in the log. */
    Optional<String> operatorKey();

    /** Whether it is limited how often anybody may ask; how often says {@link LimitsConfig}. */
    @WithDefault("on")
    boolean limits();

    /** Whether people come with tokens of the OIDC issuer under {@code quarkus.oidc} instead of ours. */
    @WithName("oidc.enabled")
    @WithDefault("false")
    boolean oidc();

    /** Of which origins pages may ask from a browser, such as {@code https://app.example.org}; of none where it is not set. */
    @WithName("cors.origins")
    Optional<Set<String>> corsOrigins();
}

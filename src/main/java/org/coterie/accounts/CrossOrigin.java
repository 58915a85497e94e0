package org.coterie.accounts;

import io.quarkus.vertx.http.security.CORS;
import io.quarkus.vertx.http.security.HttpSecurity;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;

/** Lets pages of other origins ask from a browser (CORS), where an operator has named them. */
class CrossOrigin {

    private static final Set<String> SENT = Set.of(
            "Accept-Language",
            "Authorization",
            "Content-Encoding",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID");

    private static final Set<String> READ = Set.of(
            "Content-Language",
            "Deprecation",
            "ETag",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "Sunset",
            "WWW-Authenticate");

    /** As long as browsers remember it at most. */
    private static final Duration REMEMBERED = Duration.ofHours(2);

    void admit(@Observes HttpSecurity security, AccountsConfig config) {
        config.corsOrigins()
                .ifPresent(origins -> security.cors(CORS.origins(origins)
                        .headers(SENT)
                        .exposedHeaders(READ)
                        // who asks is told by a token, never by a cookie
                        .accessControlAllowCredentials(false)
                        .accessControlMaxAge(REMEMBERED)
                        .build()));
    }
}

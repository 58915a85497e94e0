package org.coterie.accounts;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.quarkus.vertx.http.security.CORS;
import io.quarkus.vertx.http.security.HttpSecurity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.coterie.problem.Refusal;

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

    private static final Set<String> ANY = Set.of("*");

    private static final int FIRST = -SecurityHandlerPriorities.CORS - 1;

    /** What a browser sends, in small letters and without a path or a port that goes without saying; or a pattern of it. */
    private static final Pattern ORIGIN = Pattern.compile(
            "/.+/|(?!https://.*:443$|http://.*:80$)[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    /** @throws IllegalArgumentException if there is one that no browser sends, so that Coterie does not start */
    void admit(@Observes HttpSecurity security, AccountsConfig config) {
        config.corsOrigins()
                .map(CrossOrigin::expectOrigins)
                .ifPresent(origins -> security.cors(CORS.origins(origins)
                        .headers(SENT)
                        .exposedHeaders(READ)
                        // who asks is told by a token, never by a cookie
                        .accessControlAllowCredentials(false)
                        .accessControlMaxAge(REMEMBERED)
                        .build()));
    }

    /** In a problem's shape, and before Quarkus does, which would say nothing. */
    void refuseOthers(@Observes Router router, AccountsConfig config, Refusal refusal) {
        config.corsOrigins().ifPresent(origins -> {
            List<Pattern> patterns = CORSFilter.parseAllowedOriginsRegex(Optional.of(List.copyOf(origins)));
            router.route().order(FIRST).handler(asked -> {
                String origin = asked.request().getHeader(HttpHeaders.ORIGIN);
                if (origin == null
                        || origins.equals(ANY)
                        || origins.contains(origin)
                        || CORSFilter.isOriginAllowedByRegex(patterns, origin)
                        || isOwn(asked.request(), origin)) {
                    asked.next();
                } else {
                    refusal.send(asked, 403, "foreign-origin");
                }
            });
        });
    }

    static Set<String> expectOrigins(Set<String> origins) {
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches() && !origins.equals(ANY)) {
                throw new IllegalArgumentException(
                        "coterie.cors.origins has '%s', which no browser sends; write such as https://app.example.org or http://localhost:5173, a /pattern/, or * alone"
                                .formatted(origin));
            }
        }
        return origins;
    }

    /** A browser leaves out the port that goes without saying. */
    private static boolean isOwn(HttpServerRequest request, String origin) {
        String own = request.scheme() + "://" + request.authority();
        return own.equals(origin) || own.equals(origin + ("https".equals(request.scheme()) ? ":443" : ":80"));
    }
}

package org.coterie.accounts;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.quarkus.vertx.http.security.CORS;
import io.quarkus.vertx.http.security.HttpSecurity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.coterie.problem.Addresses;
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
            "Accept",
            "Accept-Encoding",
            "Accept-Patch",
            "Accept-Post",
            "Allow",
            "Content-Language",
            "Content-Location",
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

    private static final Pattern NAMES_ORIGIN = Pattern.compile("(^|[,\\s])origin\\s*(,|$)", Pattern.CASE_INSENSITIVE);

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
    void refuseOthers(@Observes Router router, AccountsConfig config, Addresses addresses, Refusal refusal) {
        config.corsOrigins().ifPresent(origins -> {
            List<Pattern> patterns = CORSFilter.parseAllowedOriginsRegex(Optional.of(List.copyOf(origins)));
            router.route().order(FIRST).handler(asked -> {
                asked.addHeadersEndHandler(answered -> dependOnOrigin(asked.response()));
                List<String> named = asked.request().headers().getAll(HttpHeaders.ORIGIN);
                boolean admitted = named.size() <= 1
                        && named.stream()
                                .allMatch(origin -> origins.equals(ANY)
                                        || origins.contains(origin)
                                        || CORSFilter.isOriginAllowedByRegex(patterns, origin)
                                        || isOwn(asked.request(), origin));
                if (!admitted) {
                    refusal.send(asked, 403, "foreign-origin");
                } else if (isAskedBeforehand(asked.request())
                        && isNowhere(asked.request().path(), addresses)) {
                    refusal.send(asked, 404, "not-found");
                } else {
                    asked.next();
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

    /** Whether it is a preflight, which Quarkus answers of whatever address. */
    private static boolean isAskedBeforehand(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** What is Quarkus's own is not ours to know. */
    private static boolean isNowhere(String path, Addresses addresses) {
        return !path.startsWith("/q/") && addresses.templateOf(path).isEmpty();
    }

    /** Whoever keeps an answer for others keeps one for each origin. */
    private static void dependOnOrigin(HttpServerResponse response) {
        String depends = String.join(", ", response.headers().getAll(HttpHeaders.VARY));
        if (!NAMES_ORIGIN.matcher(depends).find()) {
            response.putHeader(HttpHeaders.VARY, depends.isEmpty() ? "Origin" : depends + ", Origin");
        }
    }

    /** A browser leaves out the port that goes without saying. */
    private static boolean isOwn(HttpServerRequest request, String origin) {
        String own = request.scheme() + "://" + request.authority();
        return own.equals(origin) || own.equals(origin + ("https".equals(request.scheme()) ? ":443" : ":80"));
    }
}

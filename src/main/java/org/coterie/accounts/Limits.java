package org.coterie.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.coterie.problem.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps anybody from asking so much that others wait, and tells everybody how much they may still ask
 * (draft-ietf-httpapi-ratelimit-headers-11).
 */
@ApplicationScoped
class Limits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String WRONG_TOKEN = "wrong-token";
    private static final String REFUSED = "refused";
    private static final String WAY_OUT = "way-out";
    private static final String RATE_LIMIT = "RateLimit";
    private static final Logger LOG = Logger.getLogger(Limits.class);
    private static final int MOST_REFUSED = 100_000;

    private final Cache<String, Instant> refusedUntil = Caffeine.newBuilder()
            .maximumSize(MOST_REFUSED)
            .expireAfterWrite(MINUTE)
            .build();

    private final boolean on;
    private final LimitsConfig config;
    private final Caller caller;
    private final Seniority seniority;
    private final Buckets buckets;
    private final CurrentVertxRequest http;
    private final Clock clock;

    Limits(
            AccountsConfig accounts,
            LimitsConfig config,
            Caller caller,
            Seniority seniority,
            Buckets buckets,
            CurrentVertxRequest http,
            Clock clock) {
        this.on = accounts.limits();
        this.config = config;
        this.caller = caller;
        this.seniority = seniority;
        this.buckets = buckets;
        this.http = http;
        this.clock = clock;
    }

    /**
     * Counts a request of somebody who has said who they are. A {@link WayOut} is open to whoever has asked too much, and too
     * narrow for a flood.
     *
     * @throws Problem TOO_MANY where it is one too many
     */
    @ServerRequestFilter
    public void takeForRequest(ResourceInfo asked) {
        RoutingContext context = http.getCurrent();
        if (caller.isOperator()) {
            take(context, Role.OPERATOR, () -> new Quota(Role.OPERATOR, config.operator(), MINUTE));
        } else {
            caller.person().ifPresent(id -> takeForPerson(context, id, asked));
        }
    }

    private void takeForPerson(RoutingContext context, UUID id, ResourceInfo asked) {
        if (on) {
            Taken own = tryTake(id.toString(), () -> quotaOf(id));
            boolean out = !own.probe.isConsumed() && asked.getResourceMethod().isAnnotationPresent(WayOut.class);
            settle(
                    context,
                    out
                            ? tryTake(
                                    WAY_OUT + " " + Address.of(context),
                                    () -> new Quota(WAY_OUT, config.wayOut(), MINUTE))
                            : own);
        }
    }

    private Quota quotaOf(UUID personId) {
        boolean isNew = seniority
                .joinedAt(personId)
                .filter(joined -> joined.plus(config.newcomerFor()).isAfter(clock.instant()))
                .isPresent();
        return isNew
                ? new Quota("newcomer", config.newcomer(), MINUTE)
                : new Quota(Role.PERSON, config.person(), MINUTE);
    }

    /** Counts a sign-up from an address. */
    void takeForSignUp() {
        RoutingContext context = http.getCurrent();
        take(context, "sign-up " + Address.of(context), () -> new Quota("sign-up", config.signUp(), HOUR));
    }

    /** Counts a token that is none. */
    void takeForWrongToken(RoutingContext context) {
        take(context, wrongTokensOf(context), () -> new Quota(WRONG_TOKEN, config.wrongToken(), MINUTE));
    }

    /** Whether so many tokens from there were none that a right one may have been guessed. */
    boolean isSpentOnWrongTokens(RoutingContext context) {
        return buckets.known(wrongTokensOf(context))
                .filter(known -> known.bucket().getAvailableTokens() == 0)
                .isPresent();
    }

    private static String wrongTokensOf(RoutingContext context) {
        return WRONG_TOKEN + " " + Address.of(context);
    }

    /**
     * Counts a refusal that counted for nobody yet, once it is answered: whoever is refused waits for no database.
     *
     * @return in how many seconds to come back, where there were too many before
     */
    OptionalLong takeForRefusal(RoutingContext context) {
        if (!on || context.response().headers().contains(RATE_LIMIT)) {
            return OptionalLong.empty();
        }
        String owner = REFUSED + " " + Address.of(context);
        var quota = new Quota(REFUSED, config.refused(), MINUTE);
        Instant now = clock.instant();
        Instant again = refusedUntil.getIfPresent(owner);
        if (again != null && again.isAfter(now)) {
            long seconds = secondsIn(Duration.between(now, again).toNanos());
            tell(context.response(), quota, 0, seconds);
            return OptionalLong.of(seconds);
        }
        context.vertx()
                .executeBlocking(() -> buckets.of(owner, () -> quota).bucket().tryConsumeAndReturnRemaining(1), false)
                .onSuccess(probe -> {
                    if (!probe.isConsumed()) {
                        refusedUntil.put(owner, now.plusNanos(probe.getNanosToWaitForRefill()));
                    }
                })
                .onFailure(failure -> LOG.warn("A refusal could not be counted", failure));
        return OptionalLong.empty();
    }

    private void take(RoutingContext context, String owner, Supplier<Quota> quota) {
        if (on) {
            settle(context, tryTake(owner, quota));
        }
    }

    /** Of which quota, and what came of it. */
    private record Taken(Quota quota, ConsumptionProbe probe) {}

    private Taken tryTake(String owner, Supplier<Quota> quota) {
        Buckets.Known known = buckets.of(owner, quota);
        return new Taken(known.quota(), known.bucket().tryConsumeAndReturnRemaining(1));
    }

    private static void settle(RoutingContext context, Taken taken) {
        ConsumptionProbe probe = taken.probe;
        long seconds = secondsIn(probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
        tell(context.response(), taken.quota, probe.getRemainingTokens(), seconds);
        if (!probe.isConsumed()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw new Problem(Problem.Kind.TOO_MANY, "too-many-requests", Map.of("seconds", seconds));
        }
    }

    private static long secondsIn(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    private static void tell(HttpServerResponse response, Quota quota, long left, long seconds) {
        response.headers()
                .add(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d"
                                .formatted(
                                        quota.name(),
                                        quota.requests(),
                                        quota.window().toSeconds()))
                .add(RATE_LIMIT, "\"%s\";r=%d;t=%d".formatted(quota.name(), left, seconds));
    }
}

package org.coterie.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads a body before its request begins, so that whoever sends slowly, or stops, keeps nobody from being served; and
 * refuses one that is larger than any request needs, whether it says so or not. Imports alone are streamed.
 */
@ApplicationScoped
class BodyLimit {

    private static final String STREAMED = "/v1/imports";

    /** All that somebody cares about, each with a reason in whatever script, and each letter of it escaped. */
    private static final String SET = "/v1/people/me/interests";

    /** Where the timer of a body that is still arriving is kept. */
    private static final String DEADLINE = "coterie.body-deadline";

    /** How much of a refused body is still swallowed, since many clients read the answer only when they have sent all. */
    private static final long PATIENCE = 16L * 1024 * 1024;

    /** Before Quarkus's own limit, which answers without a problem. */
    private static final int FIRST = -10;

    private static final int AFTER_QUARKUS = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    private static final Pattern FORM =
            Pattern.compile("multipart/|application/x-www-form-urlencoded", Pattern.CASE_INSENSITIVE);

    private static final Set<String> NOTHING = Set.of("", "{}", "null");

    private static final Set<String> NO_ENCODING = Set.of("", "identity");

    private final Addresses addresses;
    private final Refusal refusal;
    private final Duration patience;
    private final long largest;
    private final long largestSet;
    private final long largestStream;

    BodyLimit(
            Addresses addresses,
            Refusal refusal,
            @ConfigProperty(name = "coterie.body-timeout", defaultValue = "30s") Duration patience,
            @ConfigProperty(name = "coterie.bodies.largest", defaultValue = "64K") MemorySize largest,
            @ConfigProperty(name = "coterie.bodies.largest-set", defaultValue = "512K") MemorySize largestSet,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestStream) {
        this.addresses = addresses;
        this.refusal = refusal;
        this.patience = patience;
        this.largest = largest.asLongValue();
        this.largestSet = largestSet.asLongValue();
        this.largestStream = largestStream.asLongValue();
    }

    void guard(@Observes Router router) {
        BodyHandler one = BodyHandler.create(false).setBodyLimit(largest);
        BodyHandler set = BodyHandler.create(false).setBodyLimit(largestSet);
        router.route()
                .order(FIRST)
                .handler(context -> check(context, isSet(context) ? set : one))
                .failureHandler(this::refuse);
        router.route().order(FIRST + 1).handler(this::checkWhatCame);
        router.route().order(AFTER_QUARKUS).handler(context -> {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limitOf(context));
            context.next();
        });
    }

    private void check(RoutingContext context, Handler<RoutingContext> whole) {
        HttpServerRequest request = context.request();
        if (declaredSize(request) > limitOf(context)) {
            context.fail(413);
        } else if (isReadLater(context)) {
            context.next();
        } else if (isEncoded(request) && takesBody(request)) {
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
            refusal.send(context, 415, "unsupported-media-type.encoding");
            swallowRestOf(request);
        } else {
            if (FORM.matcher(String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)))
                    .lookingAt()) {
                // is taken apart while it is read, and no request here is one
                request.headers().set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
            }
            long deadline = context.vertx().setTimer(patience.toMillis(), late -> giveUp(context));
            context.put(DEADLINE, deadline);
            context.addEndHandler(over -> context.vertx().cancelTimer(deadline));
            whole.handle(context);
        }
    }

    /** Whether there is nothing to read beforehand. */
    private static boolean isReadLater(RoutingContext context) {
        HttpServerRequest request = context.request();
        return isStreamed(context)
                || (!request.headers().contains(HttpHeaders.TRANSFER_ENCODING) && declaredSize(request) == 0);
    }

    private static boolean isEncoded(HttpServerRequest request) {
        return !request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .map(encoding -> encoding.strip().toLowerCase(Locale.ROOT))
                .allMatch(NO_ENCODING::contains);
    }

    Duration patience() {
        return patience;
    }

    /** Tells that the body came too slowly, unless something else is told already. */
    void giveUp(RoutingContext context) {
        if (!context.response().ended()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(told -> context.request().connection().close());
            refusal.send(
                    context,
                    408,
                    isStreamed(context) ? "body-too-slow.stalled" : "body-too-slow",
                    Map.of("seconds", patience.toSeconds()));
        }
    }

    private void checkWhatCame(RoutingContext context) {
        HttpServerRequest request = context.request();
        Long deadline = context.remove(DEADLINE);
        if (deadline != null) {
            // from here on it is ours to be quick
            context.vertx().cancelTimer(deadline);
        }
        if (isReadLater(context)) {
            context.next();
        } else if (context.body().length() <= 0) {
            // whoever reads a body of which nothing came would wait for it
            ((RoutingContextInternal) context).setBody(Buffer.buffer());
            context.next();
        } else if (saysNothing(context) || takesBody(request)) {
            context.next();
        } else {
            refusal.send(context, 400, "invalid-input", Map.of(), new Fault("", "unknown-field.no-body"));
        }
    }

    private boolean takesBody(HttpServerRequest request) {
        return addresses.takeBody(request.path(), request.method().name());
    }

    /** What generated clients send where there is nothing to say. */
    private static boolean saysNothing(RoutingContext context) {
        return NOTHING.contains(context.body().buffer().toString().strip());
    }

    static boolean isStreamed(RoutingContext context) {
        return isAt(STREAMED, context);
    }

    private static boolean isSet(RoutingContext context) {
        return isAt(SET, context);
    }

    /** However it is written, as it is routed. */
    private static boolean isAt(String address, RoutingContext context) {
        return Addresses.tidy(context.normalizedPath()).equals(address);
    }

    private long limitOf(RoutingContext context) {
        if (isStreamed(context)) {
            return largestStream;
        }
        return isSet(context) ? largestSet : largest;
    }

    private static long declaredSize(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void refuse(RoutingContext context) {
        if (context.statusCode() != 413 || context.response().ended()) {
            context.next();
            return;
        }
        refusal.send(context, 413, "body-too-large", Map.of("kib", limitOf(context) / 1024));
        swallowRestOf(context.request());
    }

    private static void swallowRestOf(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var swallowed = new AtomicLong();
        request.handler(part -> {
            if (swallowed.addAndGet(part.length()) > PATIENCE) {
                request.connection().close();
            }
        });
        request.resume();
    }
}

package org.coterie.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that are larger than any request needs, whether they say so or not. A chunked body is read before
 * the request begins, so that its end is known. Imports alone are streamed.
 */
@ApplicationScoped
class BodyLimit {

    private static final int LARGEST = 64 * 1024;
    private static final String STREAMED = "/v1/imports";

    /** How much of a refused body is still swallowed, since many clients read the answer only when they have sent all. */
    private static final long PATIENCE = 16L * 1024 * 1024;

    /** Before Quarkus's own limit, which answers without a problem. */
    private static final int FIRST = -10;

    private static final int AFTER_QUARKUS = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    private final Refusal refusal;
    private final long largestStream;

    BodyLimit(Refusal refusal, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestStream) {
        this.refusal = refusal;
        this.largestStream = largestStream.asLongValue();
    }

    void guard(@Observes Router router) {
        BodyHandler whole = BodyHandler.create(false).setBodyLimit(LARGEST);
        router.route()
                .order(FIRST)
                .handler(context -> {
                    HttpServerRequest request = context.request();
                    if (declaredSize(request) > limitOf(context)) {
                        context.fail(413);
                    } else if (isStreamed(context) || !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                        context.next();
                    } else {
                        whole.handle(context);
                    }
                })
                .failureHandler(this::refuse);
        // HTTP/2 sends bodies without saying their size or that they come in parts: counted as they are read
        router.route().order(AFTER_QUARKUS).handler(context -> {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limitOf(context));
            context.next();
        });
    }

    private static boolean isStreamed(RoutingContext context) {
        return context.normalizedPath().equals(STREAMED);
    }

    private long limitOf(RoutingContext context) {
        return isStreamed(context) ? largestStream : LARGEST;
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
        refusal.send(
                context,
                413,
                "body-too-large",
                "The body is larger than the %d KiB that are read here.".formatted(limitOf(context) / 1024));
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

package org.coterie.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Refuses addresses that are none, or could be taken for others. A server resolves {@code .} and {@code ..} before it
 * routes, so that taking back the interest {@code ..} would be leaving for good; and it cuts off what follows a {@code ;}, so
 * that taking back {@code salt;pepper} would be taking back {@code salt}.
 */
@ApplicationScoped
class AddressCheck {

    /** What everybody should be able to send (RFC 9110, section 4.1). */
    private static final int LONGEST = 8_000;

    /** Before anything else is asked of a request. */
    private static final int FIRST = -20;

    private static final Pattern DOT_SEGMENT = Pattern.compile("/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    /** What probes ask, over HTTP/1.0 without a host; a resource has no address then. */
    private static final String OF_QUARKUS = "/q/";

    private final Refusal refusal;

    AddressCheck(Refusal refusal) {
        this.refusal = refusal;
    }

    void guard(@Observes Router router) {
        router.route().order(FIRST).handler(this::check).failureHandler(this::refuseUnrouted);
        // a path that cannot be decoded fails wherever a route compares it first
        router.errorHandler(400, this::refuseNoUri);
    }

    private void check(RoutingContext context) {
        String address = context.request().uri();
        String path = String.valueOf(context.request().path());
        if (address.length() > LONGEST) {
            refusal.send(context, 414, "address-too-long", Map.of("most", Integer.toString(LONGEST)));
        } else if (!isUri(address)) {
            refuseNoUri(context);
        } else if (hasDotSegment(path)) {
            refusal.send(context, 400, "invalid-address.dots");
        } else if (path.contains(";")) {
            refusal.send(context, 400, "invalid-address.semicolon");
        } else if (context.request().authority() == null && !path.startsWith(OF_QUARKUS)) {
            refuseHost(context);
        } else {
            context.next();
        }
    }

    /**
     * What has failed before any route is asked: a path that does not even begin with a slash, such as the * of OPTIONS,
     * and a host that is none.
     */
    private void refuseUnrouted(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        if (context.statusCode() == 404) {
            refusal.send(context, 404, "not-found");
        } else if (context.statusCode() == 400 && context.request().authority() == null) {
            refuseHost(context);
        } else {
            context.next();
        }
    }

    private void refuseHost(RoutingContext context) {
        refusal.send(context, 400, "invalid-address.host");
    }

    private void refuseNoUri(RoutingContext context) {
        refusal.send(context, 400, "invalid-address");
    }

    private static boolean isUri(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean hasDotSegment(String path) {
        return DOT_SEGMENT.matcher(path).find();
    }
}

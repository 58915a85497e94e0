package org.coterie.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Refuses addresses that could be taken for others. A server resolves {@code .} and {@code ..} before it routes, so that
 * taking back the interest {@code ..} would be leaving for good.
 */
@ApplicationScoped
class AddressCheck {

    /** Before anything else is asked of a request. */
    private static final int FIRST = -20;

    private static final Pattern DOT_SEGMENT = Pattern.compile("/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    private final Refusal refusal;

    AddressCheck(Refusal refusal) {
        this.refusal = refusal;
    }

    void guard(@Observes Router router) {
        router.route().order(FIRST).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (DOT_SEGMENT.matcher(String.valueOf(context.request().path())).find()) {
            refusal.send(context, 400, "invalid-address", "The path must not have the segments . and ..");
        } else {
            context.next();
        }
    }
}

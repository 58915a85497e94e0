package org.coterie.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Refuses more headers than any request needs, such as cookies of another page, before the server hangs up on them. */
@ApplicationScoped
class HeaderLimit {

    private static final int KIB = 1024;

    private static final int MOST_KIB = 20;

    /** A colon, a space, and the end of the line. */
    private static final int AROUND = 4;

    /** Just after the address is looked at. */
    private static final int FIRST = -19;

    private final Refusal refusal;

    HeaderLimit(Refusal refusal) {
        this.refusal = refusal;
    }

    void guard(@Observes Router router) {
        router.route().order(FIRST).handler(this::check);
    }

    private void check(RoutingContext context) {
        int size = 0;
        for (Map.Entry<String, String> header : context.request().headers()) {
            size += header.getKey().length() + header.getValue().length() + AROUND;
        }
        if (size > MOST_KIB * KIB) {
            refusal.send(context, 431, "headers-too-large", Map.of("kib", MOST_KIB));
        } else {
            context.next();
        }
    }
}

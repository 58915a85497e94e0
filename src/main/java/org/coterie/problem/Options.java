package org.coterie.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Tells which methods an address takes, as a refused one is told. Where a path could be that of several resources, RESTEasy
 * would tell of the methods of all of them, and of an address that is none that it can be read.
 */
@ApplicationScoped
class Options {

    /** After what is wrong with any request, before RESTEasy. */
    private static final int FIRST = 0;

    private static final String NOT_OF_QUARKUS = "(?!/q(/|$)).*";

    private final Addresses addresses;
    private final Refusal refusal;

    Options(Addresses addresses, Refusal refusal) {
        this.addresses = addresses;
        this.refusal = refusal;
    }

    void serve(@Observes Router router) {
        router.optionsWithRegex(NOT_OF_QUARKUS).order(FIRST).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        Set<String> methods = addresses.methodsAt(context.request().path());
        if (methods.isEmpty()) {
            refusal.send(context, 404, "not-found");
        } else {
            context.response()
                    .putHeader(HttpHeaders.ALLOW, String.join(", ", methods))
                    .end();
        }
    }
}

package org.coterie.accounts;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.vertx.ext.web.RoutingContext;

/** A bearer token of ours, or the operator's key, that wants to be somebody. */
final class BearerRequest extends BaseAuthenticationRequest {

    private final String token;
    private final RoutingContext context;

    BearerRequest(String token, RoutingContext context) {
        this.token = token;
        this.context = context;
    }

    RoutingContext context() {
        return context;
    }

    String token() {
        return token;
    }
}

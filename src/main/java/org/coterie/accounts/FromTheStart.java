package org.coterie.accounts;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Hands whatever comes with a token to a worker before it is known whose token it is. That is read from the database, by a
 * worker: a request would be handed over to it, back, and over again.
 */
class FromTheStart {

    private final ExecutorService workers;

    FromTheStart(ExecutorService workers) {
        this.workers = workers;
    }

    @ServerRequestFilter(preMatching = true)
    public void handOver(ResteasyReactiveContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
            context.suspend();
            context.resume(workers);
        }
    }
}

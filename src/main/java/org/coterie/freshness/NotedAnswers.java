package org.coterie.freshness;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Ends a request for what is {@link Noted} where the client has the answer already. */
@Provider
@Noted
@Priority(Priorities.USER + 1_000) // what somebody who asks has moved back first is written by then
class NotedAnswers implements ContainerRequestFilter {

    private final Unchanged unchanged;

    NotedAnswers(Unchanged unchanged) {
        this.unchanged = unchanged;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        unchanged.endIfSo(request.getSecurityContext().getUserPrincipal().getName());
    }
}

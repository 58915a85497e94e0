package org.coterie.freshness;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

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
        unchanged.endIfSo(readerOf(request.getSecurityContext().getUserPrincipal()));
    }

    /** Two whom an issuer calls alike are told apart. */
    private static String readerOf(Principal principal) {
        return principal instanceof JsonWebToken token
                ? token.getIssuer() + " " + token.getSubject()
                : principal.getName();
    }
}

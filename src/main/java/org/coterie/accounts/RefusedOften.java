package org.coterie.accounts;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coterie.language.Text;
import org.coterie.problem.ProblemView;

/** Tells whoever was refused too often from one address nothing more, such as whether there is what they ask for. */
@Provider
class RefusedOften implements ContainerResponseFilter {

    private static final Set<Integer> REFUSALS = Set.of(
            Status.UNAUTHORIZED.getStatusCode(), Status.FORBIDDEN.getStatusCode(), Status.NOT_FOUND.getStatusCode());

    private static final String TOO_MANY = "too-many-requests";

    private final Limits limits;
    private final CurrentVertxRequest http;

    RefusedOften(Limits limits, CurrentVertxRequest http) {
        this.limits = limits;
        this.http = http;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (REFUSALS.contains(response.getStatus()) && response.getEntity() instanceof ProblemView refused) {
            limits.takeForRefusal(http.getCurrent())
                    .ifPresent(seconds -> refuse(response, refused.instance(), seconds));
        }
    }

    private static void refuse(ContainerResponseContext response, String instance, long seconds) {
        int status = Status.TOO_MANY_REQUESTS.getStatusCode();
        var why = new Text(TOO_MANY, Map.of("seconds", seconds));
        response.setStatus(status);
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds);
        response.setEntity(ProblemView.of(status, TOO_MANY, why, instance, List.of()));
    }
}

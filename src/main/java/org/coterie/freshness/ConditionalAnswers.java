package org.coterie.freshness;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.coterie.problem.Addresses;
import org.coterie.problem.ProblemView;

/**
 * Gives every JSON answer that was read, patched, or put where it is read, its {@code ETag}, and leaves out what the client has already (RFC 9110,
 * section 13).
 * No other answer is to be kept.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
class ConditionalAnswers implements ContainerResponseFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final Set<String> EDITS = Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    /** A phone may keep it for its owner, and asks whether it still holds before it is shown. */
    private static final String OWN_AND_ASKED_ABOUT = "private, no-cache";

    /** Tokens, refusals, events, and whatever is told once. */
    private static final String NOWHERE = "no-store";

    /** Before whatever may answer. */
    private static final int FIRST = -30;

    /** What it says of events to clients of its own. */
    private static final String OF_THE_FRAMEWORK = "X-SSE-Content-Type";

    private static final String DEPENDS_ON = "Accept, Accept-Encoding, Accept-Language, Authorization, Origin";

    private static final Pattern GZIP =
            Pattern.compile("(gzip|\\*)(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))", Pattern.CASE_INSENSITIVE);

    private final Addresses addresses;
    private final ETags tags;

    ConditionalAnswers(Addresses addresses, ETags tags) {
        this.addresses = addresses;
        this.tags = tags;
    }

    /** Also of what no filter sees, such as a stream of events. */
    void keepNoOther(@Observes Router router) {
        router.route("/v1/*").order(FIRST).handler(asked -> {
            asked.addHeadersEndHandler(answered -> {
                MultiMap headers = asked.response().headers();
                headers.remove(OF_THE_FRAMEWORK);
                if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                    headers.set(HttpHeaders.CACHE_CONTROL, NOWHERE);
                }
            });
            asked.next();
        });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.HEAD) && response.getEntity() instanceof ProblemView problem) {
            // in which language it is shows as it is written, which what is only asked about is not
            tags.written(problem);
        }
        boolean read = READS.contains(request.getMethod());
        if (response.getStatus() != Status.OK.getStatusCode()
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
                || (!read && !isReadThere(request))) {
            return;
        }
        Object view = response.getEntity();
        byte[] written = tags.written(view);
        String tag = tags.of(written, isEdited(request) ? view : null, isCompressed(request));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, OWN_AND_ASKED_ABOUT);
        response.getHeaders().putSingle(HttpHeaders.VARY, DEPENDS_ON);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (read && known != null && ETags.named(known, tag)) {
            response.setStatus(Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        } else {
            response.setEntity(written, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    /** Whether what was changed is answered as reading it would. */
    private boolean isReadThere(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.PATCH)
                || (request.getMethod().equals(HttpMethod.PUT)
                        && methodsAt(request).contains(HttpMethod.GET));
    }

    private boolean isEdited(ContainerRequestContext request) {
        return !Collections.disjoint(methodsAt(request), EDITS);
    }

    private Set<String> methodsAt(ContainerRequestContext request) {
        return addresses.methodsAt(request.getUriInfo().getRequestUri().getRawPath());
    }

    /** As the server decides it, which compresses whatever it may once this filter is through. */
    private static boolean isCompressed(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && GZIP.matcher(accepted).find();
    }
}

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import org.coterie.problem.ProblemView;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Gives every JSON answer that says what is read somewhere its {@code ETag}, whether it was read, changed or made, and leaves
 * out what the client has already (RFC 9110, section 13). Where it is read elsewhere, {@code Content-Location} says so, and
 * it has no name where something else is read here ({@link Names#isNamedAt}).
 * No other answer is to be kept.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
class ConditionalAnswers implements ContainerResponseFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** A phone may keep it for its owner, and asks whether it still holds before it is shown. */
    private static final String OWN_AND_ASKED_ABOUT = "private, no-cache";

    /** Tokens, refusals, events, and whatever is told once. */
    private static final String NOWHERE = "no-store";

    /** Before whatever may answer. */
    private static final int FIRST = -30;

    /** What it says of events to clients of its own. */
    private static final String OF_THE_FRAMEWORK = "X-SSE-Content-Type";

    private static final String DEPENDS_ON = "Accept, Accept-Encoding, Accept-Language, Authorization, Origin";

    private final Names names;
    private final ETags tags;
    private final Unchanged unchanged;

    ConditionalAnswers(Names names, ETags tags, Unchanged unchanged) {
        this.names = names;
        this.tags = tags;
        this.unchanged = unchanged;
    }

    @ServerExceptionMapper
    Response notModified(NotModified same) {
        return Response.notModified()
                .header(HttpHeaders.ETAG, same.tag())
                .header(HttpHeaders.CACHE_CONTROL, OWN_AND_ASKED_ABOUT)
                .header(HttpHeaders.VARY, DEPENDS_ON)
                .build();
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
        Object view = response.getEntity();
        Object named = read ? view : Names.asRead(view);
        Optional<String> place = placeOf(request, response, named);
        if (place.isEmpty() || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            return;
        }
        byte[] written = tags.written(view);
        String tag = names.of(
                view instanceof ToldOnce ? tags.written(named) : written,
                named,
                place.get(),
                request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (response.getStatus() == Status.CREATED.getStatusCode() || names.isNamedAt(pathOf(request), place.get())) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        }
        if (place.get().equals(pathOf(request))) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, OWN_AND_ASKED_ABOUT);
            response.getHeaders().putSingle(HttpHeaders.VARY, DEPENDS_ON);
        } else if (response.getStatus() == Status.OK.getStatusCode()) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LOCATION, place.get());
        }
        if (read) {
            unchanged.wentOutAs(tag);
        }
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (read && known != null && ETags.named(known, tag)) {
            response.setStatus(Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        } else if (place.get().equals(pathOf(request))) {
            response.setEntity(written, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    /** Where a GET answers what this says. */
    private Optional<String> placeOf(
            ContainerRequestContext request, ContainerResponseContext response, @Nullable Object view) {
        if (response.getStatus() == Status.CREATED.getStatusCode()) {
            return names.whereMade(response.getLocation(), view);
        }
        if (response.getStatus() != Status.OK.getStatusCode()) {
            return Optional.empty();
        }
        boolean here =
                READS.contains(request.getMethod()) || request.getMethod().equals(HttpMethod.PATCH);
        return here ? Optional.of(pathOf(request)) : names.whereChanged(pathOf(request), view);
    }

    private static String pathOf(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getRawPath();
    }
}

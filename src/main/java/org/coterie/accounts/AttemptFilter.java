package org.coterie.accounts;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.coterie.freshness.Names;
import org.coterie.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Reads the key of a request on its way in, and gives an answer again on its way out. */
class AttemptFilter {

    private final Attempt attempt;
    private final CurrentVertxRequest http;
    private final Names names;

    AttemptFilter(Attempt attempt, CurrentVertxRequest http, Names names) {
        this.attempt = attempt;
        this.http = http;
        this.names = names;
    }

    @ServerRequestFilter
    void begin(ContainerRequestContext request) {
        List<String> keys = request.getHeaders().getOrDefault(Attempt.HEADER, List.of());
        if (!keys.isEmpty() && request.getMethod().equals(HttpMethod.POST)) {
            if (keys.size() > 1) {
                throw Problem.invalidParameter(Attempt.HEADER, "wrong-format.retry-keys");
            }
            URI address = request.getUriInfo().getRequestUri();
            String size = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
            request.setEntityStream(attempt.begin(
                    keys.get(0),
                    address.getRawPath() + "?" + address.getRawQuery(),
                    request.getEntityStream(),
                    size == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(size))));
        }
    }

    @ServerExceptionMapper
    Response again(AnsweredBefore before, ContainerRequestContext request) {
        Answer answer = before.answer();
        var response = Response.status(answer.status());
        if (answer.json() != null) {
            response.entity(answer.json())
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset(StandardCharsets.UTF_8.name()));
            // set for what is not to be compressed, as which the framework takes whatever an exception ends in
            http.getCurrent().response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        answer.headers()
                .forEach((name, value) -> response.header(
                        name, name.equalsIgnoreCase(HttpHeaders.ETAG) ? names.asSent(value, accepted) : value));
        return response.build();
    }
}

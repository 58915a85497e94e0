package org.coterie.accounts;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.coterie.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Reads the key of a request on its way in, and gives an answer again on its way out. */
class AttemptFilter {

    private final Attempt attempt;

    AttemptFilter(Attempt attempt) {
        this.attempt = attempt;
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
    Response again(AnsweredBefore before) {
        Answer answer = before.answer();
        var response = Response.status(answer.status());
        if (answer.json() != null) {
            response.entity(answer.json())
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset(StandardCharsets.UTF_8.name()));
        }
        answer.headers().forEach(response::header);
        return response.build();
    }
}

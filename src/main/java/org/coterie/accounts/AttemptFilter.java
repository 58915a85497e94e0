package org.coterie.accounts;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
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
        String key = request.getHeaderString(Attempt.HEADER);
        if (key != null && request.getMethod().equals(HttpMethod.POST)) {
            URI address = request.getUriInfo().getRequestUri();
            String size = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
            request.setEntityStream(attempt.begin(
                    key,
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

package org.coterie.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.coterie.language.Text;

/** Answers a request that reaches no resource, in the shape that every problem has. */
@ApplicationScoped
public class Refusal {

    private static final Pattern IN_NO_URI = Pattern.compile("%(?![0-9A-Fa-f]{2})|[\\s\"<>\\[\\]\\\\^`{|}]");

    private final ObjectMapper json;

    Refusal(ObjectMapper json) {
        this.json = json;
    }

    /** Answers with a problem that names nothing; {@code key} is its code, or that and which sentence tells of it. */
    public void send(RoutingContext context, int status, String key) {
        send(context, status, key, Map.of());
    }

    void send(RoutingContext context, int status, String key, Map<String, ?> arguments, Fault... faults) {
        String path = String.valueOf(context.request().path());
        // what was asked for may be no URI, but the instance of a problem is one
        String instance = IN_NO_URI
                .matcher(path)
                .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(written(
                        ProblemView.of(
                                status, Problem.codeOf(key), new Text(key, arguments), instance, List.of(faults)),
                        context));
    }

    private String written(ProblemView problem, RoutingContext context) {
        try {
            return json.writer().withAttribute(RoutingContext.class, context).writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

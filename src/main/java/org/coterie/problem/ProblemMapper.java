package org.coterie.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.coterie.language.Text;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives every failure its status and its one shape on the wire. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final String CHALLENGE = "Bearer realm=\"coterie\"";

    /** To whom has sent a token (RFC 6750, section 3.1). */
    private static final String CHALLENGE_AGAIN = CHALLENGE + ", error=\"invalid_token\"";

    /** What is over soon, without anybody doing anything, beside whatever is a 503. */
    private static final Set<String> SOON_OVER = Set.of("merge-under-way");

    private final Addresses addresses;

    ProblemMapper(Addresses addresses) {
        this.addresses = addresses;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, UriInfo uri) {
        return answer(statusOf(problem.kind()), problem.detail(), problem.faults(), uri);
    }

    private static int statusOf(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException broken, UriInfo uri) {
        return problem(Problem.invalid(List.of(Faults.of(broken))), uri);
    }

    // Quarkus has a mapper of its own for this subtype; ours must be as specific to win
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException broken, UriInfo uri) {
        return unreadable(broken, uri);
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException violated, UriInfo uri) {
        List<Fault> faults = new ArrayList<>();
        Problem parameter = null;
        for (ConstraintViolation<?> violation : violated.getConstraintViolations()) {
            Fault fault = Faults.of(violation);
            if (fault.pointer().isEmpty() && fault.code().equals("required")) {
                faults.add(new Fault("", "required.body"));
            } else if (fault.pointer().isEmpty()) {
                Text detail = fault.detail();
                parameter =
                        Problem.invalidParameter(lastOf(violation.getPropertyPath()), detail.key(), detail.arguments());
            } else {
                faults.add(fault);
            }
        }
        return problem(faults.isEmpty() && parameter != null ? parameter : Problem.invalid(faults), uri);
    }

    private static String lastOf(Path path) {
        String last = "";
        for (Path.Node node : path) {
            last = String.valueOf(node.getName());
        }
        return last;
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException nobody, UriInfo uri) {
        return answer(401, "token-required", uri);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException refused, UriInfo uri) {
        // a verifier that could not ask the database has not refused anybody
        if (DatabaseAway.isCauseOf(refused)) {
            return databaseAway(uri);
        }
        return answer(401, "token-invalid", uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused, UriInfo uri) {
        return answer(403, "not-allowed", uri);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException refused, UriInfo uri, Request request, RoutingContext asked) {
        if (refused.getCause() instanceof Problem problem) {
            return problem(problem, uri);
        }
        if (refused.getCause() instanceof JsonProcessingException broken) {
            return unreadable(broken, uri);
        }
        int status = refused.getResponse().getStatus();
        return switch (status) {
            case 400 -> answer(400, "invalid-input.unreadable", uri);
            case 401 -> unauthenticated(new UnauthorizedException(), uri);
            case 403 -> forbidden(new ForbiddenException(), uri);
            case 404 -> takes(request.getMethod(), uri) ? answer(404, "not-found", uri) : methodNotAllowed(uri);
            case 405 -> methodNotAllowed(uri);
            case 406 -> answer(406, "not-acceptable", uri);
            case 413 -> answer(413, "body-too-large.somewhere", uri);
            case 415 -> unsupported(refused, request, uri);
            default -> status < 500 ? answer(status, "refused", uri) : unexpected(refused, uri, asked);
        };
    }

    /** Also if there is no such address; RESTEasy takes one for none where another resource begins like it. */
    private boolean takes(String method, UriInfo uri) {
        Set<String> methods = addresses.methodsAt(uri.getRequestUri().getRawPath());
        return methods.isEmpty() || methods.contains(method);
    }

    /** With the methods that are (RFC 9110, section 15.5.6). */
    private Response methodNotAllowed(UriInfo uri) {
        Response refused = answer(405, "method-not-allowed", uri);
        return Response.fromResponse(refused)
                .allow(addresses.methodsAt(uri.getRequestUri().getRawPath()))
                .build();
    }

    /** With what would be read instead (RFC 9110, section 15.5.16; RFC 5789, section 3.1). */
    private Response unsupported(WebApplicationException refused, Request request, UriInfo uri) {
        String encodings = refused.getResponse().getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        if (encodings != null) {
            return Response.fromResponse(answer(415, "unsupported-media-type.encoding", uri))
                    .header(HttpHeaders.ACCEPT_ENCODING, encodings)
                    .build();
        }
        var answer = Response.fromResponse(answer(415, "unsupported-media-type", uri));
        List<String> formats = addresses.formatsAt(uri.getRequestUri().getRawPath(), request.getMethod());
        if (!formats.isEmpty()) {
            answer.header(HttpHeaders.ACCEPT, String.join(", ", formats));
            if (request.getMethod().equals(HttpMethod.PATCH)) {
                answer.header("Accept-Patch", formats.get(0));
            } else if (request.getMethod().equals(HttpMethod.POST)) {
                answer.header("Accept-Post", formats.get(0));
            }
        }
        return answer.build();
    }

    /** Most often nobody reads the answer any more. */
    @ServerExceptionMapper
    Response notWritten(IOException failure, UriInfo uri, RoutingContext asked) {
        if (failure instanceof ClosedChannelException || asked.response().closed()) {
            LOG.debugf(failure, "The client of %s has left", placeOf(uri));
            return Response.serverError().build();
        }
        if (asked.response().headWritten()) {
            LOG.infof("%s broke off: %s", placeOf(uri), failure);
            return Response.serverError().build();
        }
        return unexpected(failure, uri, asked);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo uri, RoutingContext asked) {
        if (asked.response().ended()) {
            // such as that of an import which was given up while it was read
            LOG.debugf(failure, "%s was answered already", placeOf(uri));
            return Response.serverError().build();
        }
        if (DatabaseAway.isCauseOf(failure)) {
            return databaseAway(uri);
        }
        if (DatabaseBusy.isCauseOf(failure)) {
            LOG.debugf(failure, "%s met others who change the same", placeOf(uri));
            return answer(503, "busy", uri);
        }
        if (DatabaseBusy.isOvertakenIn(failure)) {
            // now and then; where it comes again and again, it is a fault of ours
            LOG.warnf(failure, "%s was overtaken by others who change the same", placeOf(uri));
            return answer(503, "busy", uri);
        }
        LOG.errorf(failure, "%s failed", placeOf(uri));
        return answer(500, "internal-error", uri);
    }

    /** As it is logged: what somebody says, such as what they care about, stands in an address, and is nobody's to read there. */
    private String placeOf(UriInfo uri) {
        return addresses.templateOf(uri.getRequestUri().getRawPath()).orElse("An address that is none");
    }

    private static Response databaseAway(UriInfo uri) {
        return answer(503, "database-away", uri);
    }

    private static Response answer(int status, String code, UriInfo uri) {
        return answer(status, new Text(code), List.of(), uri);
    }

    private static Response answer(int status, Text detail, List<Fault> faults, UriInfo uri) {
        String code = Problem.codeOf(detail.key());
        // as it was sent: decoded, a word such as c# would end the path
        String instance = uri.getRequestUri().getRawPath();
        var body = ProblemView.of(status, code, detail, instance, faults);
        var response = Response.status(status).type(ProblemView.MEDIA_TYPE).entity(body);
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, code.equals("token-invalid") ? CHALLENGE_AGAIN : CHALLENGE);
        }
        if (status == 503 || SOON_OVER.contains(code)) {
            response.header(HttpHeaders.RETRY_AFTER, 5);
        }
        return response.build();
    }
}

package org.coterie.paging;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coterie.problem.Problem;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Every list in full, one object a line, for whoever rather takes {@code application/x-ndjson}: the resource is asked for
 * portion after portion, each in a short transaction of its own, as fast as they are taken. A slow reader keeps neither
 * memory nor a connection to the database.
 */
@Provider
@PreMatching
@Priority(Priorities.USER + 1)
class WholeSet implements ContainerRequestFilter, ContainerResponseFilter {

    static final String LINES = "application/x-ndjson";

    private static final MediaType LINES_TYPE = MediaType.valueOf(LINES);

    /** Whether nothing but lines is accepted; absent where they are not what is preferred. */
    private static final String WANTED = "coterie.whole-set";

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final Pattern NONE = Pattern.compile("0(\\.0*)?");

    /** Each takes a thread until its reader has taken all: most are left for everybody else. */
    private static final int MOST_AT_ONCE = 50;

    private static final int MOST_OF_ONE = 3;

    /** Who is reading, as often as they read. */
    private final Collection<String> underWay = new ConcurrentLinkedQueue<>();

    private final ObjectWriter lines;

    WholeSet(ObjectMapper json) {
        this.lines = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Resources speak JSON; that lines are wanted is remembered. */
    @Override
    public void filter(ContainerRequestContext request) {
        List<MediaType> accepted = acceptedBy(request);
        if (READS.contains(request.getMethod()) && isLines(accepted.get(0))) {
            request.setProperty(WANTED, accepted.stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible));
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }

    private static List<MediaType> acceptedBy(ContainerRequestContext request) {
        if (String.valueOf(request.getHeaderString(HttpHeaders.ACCEPT)).isBlank()) {
            // as if nothing were said of it
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
        try {
            List<MediaType> named = request.getAcceptableMediaTypes();
            List<MediaType> accepted = withoutRefused(named);
            if (!accepted.isEmpty()) {
                if (accepted.size() < named.size()) {
                    request.getHeaders()
                            .putSingle(
                                    HttpHeaders.ACCEPT,
                                    accepted.stream().map(MediaType::toString).collect(Collectors.joining(",")));
                }
                return accepted;
            }
        } catch (IllegalArgumentException noFormat) {
            throw new NotAcceptableException(noFormat);
        }
        throw new NotAcceptableException();
    }

    /** Of quality 0 is what is not to be answered (RFC 9110, section 12.4.2): JSON then neither as one of any. */
    private static List<MediaType> withoutRefused(List<MediaType> named) {
        boolean json = named.stream()
                .noneMatch(type -> isRefused(type) && MediaType.APPLICATION_JSON_TYPE.equals(plain(type)));
        return named.stream()
                .filter(type -> !isRefused(type))
                .filter(type -> json || !(type.isWildcardType() || type.isWildcardSubtype()))
                .toList();
    }

    private static boolean isRefused(MediaType type) {
        return NONE.matcher(type.getParameters().getOrDefault("q", "1")).matches();
    }

    private static MediaType plain(MediaType type) {
        return new MediaType(type.getType(), type.getSubtype());
    }

    /** By whatever preference. */
    private static boolean isLines(MediaType type) {
        return !type.isWildcardType() && !type.isWildcardSubtype() && type.isCompatible(LINES_TYPE);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(WANTED) instanceof Boolean nothingElse) || response.getStatus() != 200) {
            return;
        }
        if (!(response.getEntity() instanceof Page<?> first)) {
            if (nothingElse) {
                throw new NotAcceptableException();
            }
            return;
        }
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            // which languages they are in shows as they are written
            first.items().forEach(this::written);
            response.setEntity((StreamingOutput) nothing -> {}, new Annotation[0], LINES_TYPE);
            return;
        }
        var asked = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        String reader = readerOf(request);
        expectRoom(reader);
        response.setEntity(
                (StreamingOutput) out -> {
                    underWay.add(reader);
                    try {
                        write(first, asked, out);
                    } finally {
                        underWay.remove(reader);
                    }
                },
                new Annotation[0],
                LINES_TYPE);
    }

    /** With whichever of their tokens; all who need none are one. */
    private static String readerOf(ContainerRequestContext request) {
        Principal reader = request.getSecurityContext().getUserPrincipal();
        return reader == null ? "" : reader.getName();
    }

    private void expectRoom(String reader) {
        long theirs = underWay.stream().filter(reader::equals).count();
        if (theirs >= MOST_OF_ONE || underWay.size() >= MOST_AT_ONCE) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "too-many-streams");
        }
    }

    private void write(Page<?> first, ResteasyReactiveRequestContext asked, OutputStream out) throws IOException {
        Page<?> page = first;
        while (page != null) {
            for (Object row : page.items()) {
                out.write(written(row));
                out.write('\n');
            }
            page = page.nextCursor() == null ? null : next(asked, page.nextCursor());
        }
    }

    private byte[] written(Object row) {
        try {
            return lines.writeValueAsBytes(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that cannot be written", e);
        }
    }

    private static @Nullable Page<?> next(ResteasyReactiveRequestContext asked, String position) throws IOException {
        Object[] parameters = Arrays.stream(asked.getParameters())
                .map(parameter -> parameter instanceof PageRequest page ? page.continuedAfter(position) : parameter)
                .toArray();
        try {
            return (Page<?>) asked.getTarget().getInvoker().invoke(asked.getEndpointInstance(), parameters);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}

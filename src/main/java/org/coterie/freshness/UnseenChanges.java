package org.coterie.freshness;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a change of what nobody can have read, as no GET answers there, where it is to be made only if it is still as it was
 * read ({@code If-Match}), and of what is only to be made: a condition is met or refused, but never passed over.
 */
@Provider
class UnseenChanges implements ContainerRequestFilter {

    private static final Set<String> CHANGES = Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final String ANYTHING = "*";

    private final ResourceInfo asked;

    UnseenChanges(ResourceInfo asked) {
        this.asked = asked;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String read = request.getHeaderString(HttpHeaders.IF_MATCH);
        Method operation = asked.getResourceMethod();
        if (read == null || read.strip().equals(ANYTHING) || operation == null) {
            return;
        }
        if (request.getMethod().equals(HttpMethod.POST)) {
            throw new Problem(Problem.Kind.STALE, "precondition-failed.new");
        }
        if (CHANGES.contains(request.getMethod()) && !isReadable(operation)) {
            throw new Problem(Problem.Kind.STALE, "precondition-failed.unseen");
        }
    }

    private static boolean isReadable(Method change) {
        return Stream.of(change.getDeclaringClass().getDeclaredMethods())
                .anyMatch(
                        other -> other.isAnnotationPresent(GET.class) && Objects.equals(pathOf(other), pathOf(change)));
    }

    private static @Nullable String pathOf(Method operation) {
        Path path = operation.getAnnotation(Path.class);
        return path == null ? null : path.value();
    }
}

package org.coterie.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which addresses there are, and which methods each of them takes, as the resources say. */
@Singleton
public class Addresses {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final Pattern SLASHES = Pattern.compile("/+");

    /** Of two that fit the one that says more itself is meant: {@code /people/me} before {@code /people/{personId}}. */
    private static final Comparator<Endpoint> MOST_PRECISE_FIRST = Comparator.<Endpoint>comparingInt(endpoint ->
                    PARAMETER.matcher(endpoint.template).replaceAll("").length())
            .reversed();

    private final List<Endpoint> endpoints;

    Addresses(BeanManager beans) {
        List<Endpoint> found = new ArrayList<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    endpoint(root, method).ifPresent(found::add);
                }
            }
        }
        found.sort(MOST_PRECISE_FIRST);
        endpoints = List.copyOf(found);
    }

    /** One method at one address, in which formats it reads a body, and of which kind its answer is. */
    private record Endpoint(
            String template, Pattern address, String method, boolean takesBody, List<String> formats, Class<?> answer) {

        boolean reads(Class<?> view) {
            return method.equals(HttpMethod.GET) && answer.equals(view);
        }
    }

    private static Optional<Endpoint> endpoint(Path root, Method handler) {
        for (Annotation annotation : handler.getAnnotations()) {
            HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (method != null) {
                Path path = handler.getAnnotation(Path.class);
                String template = tidy(root.value() + (path == null ? "" : "/" + path.value()));
                return Optional.of(new Endpoint(
                        template,
                        patternOf(template),
                        method.value(),
                        takesBody(handler),
                        formatsOf(handler),
                        handler.getReturnType()));
            }
        }
        return Optional.empty();
    }

    /** Whether one of its parameters is neither of the address nor of the surroundings. */
    private static boolean takesBody(Method handler) {
        return Stream.of(handler.getParameters())
                .anyMatch(parameter -> Stream.of(parameter.getAnnotations())
                        .noneMatch(annotation ->
                                annotation.annotationType().getPackageName().startsWith("jakarta.ws.rs")));
    }

    private static List<String> formatsOf(Method handler) {
        Consumes formats = handler.getAnnotation(Consumes.class);
        return formats == null ? List.of() : List.of(formats.value());
    }

    private static Pattern patternOf(String template) {
        return Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+"));
    }

    /** Without slashes that lead nowhere else. */
    static String tidy(String path) {
        String single = SLASHES.matcher(path).replaceAll("/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    /** The address behind this path as the contract writes it: {@code /v1/tags/{tag}}; empty where there is none. */
    public Optional<String> templateOf(String path) {
        String wanted = tidy(path);
        return endpoints.stream()
                .filter(endpoint -> endpoint.address.matcher(wanted).matches())
                .map(Endpoint::template)
                .findFirst();
    }

    /** Whether a body is read there, also if there is no such address: then something else is to be said. */
    boolean takeBody(String path, String method) {
        String wanted = tidy(path);
        return endpoints.stream()
                .filter(endpoint -> endpoint.address.matcher(wanted).matches() && endpoint.method.equals(method))
                .allMatch(Endpoint::takesBody);
    }

    /** Whether a GET of this path answers views of this kind. */
    public boolean isReadAt(String path, Class<?> view) {
        Optional<String> template = templateOf(path);
        return endpoints.stream()
                .anyMatch(endpoint -> endpoint.reads(view) && template.equals(Optional.of(endpoint.template)));
    }

    /** The beginning of this path at which a GET answers a single view of this kind. */
    public Optional<String> whereRead(String path, Class<?> view) {
        String below = tidy(path);
        return endpoints.stream()
                .filter(endpoint -> endpoint.reads(view) && endpoint.template.endsWith("}"))
                .map(endpoint -> endpoint.address.matcher(below))
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .findFirst();
    }

    /** In which formats a body is read there; none where there is no such address, or no body. */
    List<String> formatsAt(String path, String method) {
        String wanted = tidy(path);
        return endpoints.stream()
                .filter(endpoint -> endpoint.address.matcher(wanted).matches() && endpoint.method.equals(method))
                .findFirst()
                .map(Endpoint::formats)
                .orElse(List.of());
    }

    /** What may be done at this path: names of methods in alphabetical order; none where there is no such address. */
    public Set<String> methodsAt(String path) {
        Set<String> methods = new TreeSet<>();
        templateOf(path)
                .ifPresent(template -> endpoints.stream()
                        .filter(endpoint -> endpoint.template.equals(template))
                        .map(Endpoint::method)
                        .forEach(methods::add));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}

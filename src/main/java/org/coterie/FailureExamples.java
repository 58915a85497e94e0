package org.coterie;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coterie.language.Text;
import org.coterie.problem.Fault;
import org.coterie.problem.Problem;
import org.coterie.problem.ProblemView;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** What an operation answers where it fails, as an example: the first of the codes that a response tells of. */
final class FailureExamples {

    private static final String PROBLEM = "#/components/schemas/Problem";

    /** Where it happened, in an example that stands for many operations. */
    private static final String SOMEWHERE = "/v1/people/me";

    /** How a response tells of a code: the code, and when it comes about. */
    static final Pattern TOLD = Pattern.compile("`([a-z-]+)`: ([^.;]+)");

    /** What the examples name beside the {@code id}, which is the last one in the path. */
    private static final Map<String, Map<String, ?>> NAMED = Map.ofEntries(
            Map.entry("address-too-long", Map.of("most", "8000")),
            Map.entry("body-too-large", Map.of("kib", 64)),
            Map.entry("body-too-slow", Map.of("seconds", 30)),
            Map.entry("formation-finished", Map.of("state", "SUCCEEDED")),
            Map.entry("handle-taken", Map.of("handle", "ada")),
            Map.entry("headers-too-large", Map.of("kib", 20)),
            Map.entry("name-taken", Map.of("name", "Radfahren", "tag", "cycling")),
            Map.entry("same-tag", Map.of("tag", "cycling")),
            Map.entry("tag-too-long", Map.of("most", 64)),
            Map.entry("too-many-companions", Map.of("most", 2)),
            Map.entry("too-many-formations", Map.of("most", 20)),
            Map.entry("too-many-imports", Map.of("most", 8)),
            Map.entry("too-many-interests", Map.of("most", 100)),
            Map.entry("too-many-proposals", Map.of("most", 20)),
            Map.entry("too-many-requests", Map.of("seconds", 5)),
            Map.entry("too-many-tokens", Map.of("most", 50)),
            Map.entry("too-many-webhooks", Map.of("most", 20)));

    private final String path;
    private final Operation operation;
    private final List<Parameter> parameters;

    FailureExamples(String path, Operation operation, List<Parameter> parameters) {
        this.path = path;
        this.operation = operation;
        this.parameters = parameters;
    }

    /**
     * The content of a response.
     *
     * @param shared whether it stands for many operations
     */
    Content of(String status, String description, boolean shared) {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemView.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM))
                                .example(example(Integer.parseInt(status), description, shared)));
    }

    private Map<?, ?> example(int status, String description, boolean shared) {
        Matcher told = TOLD.matcher(description);
        if (!told.find()) {
            throw new IllegalStateException("%s does not tell of a code for %d".formatted(path, status));
        }
        String code = told.group(1);
        List<Fault> faults = code.equals("invalid-input")
                ? List.of(new Fault("/colour", "unknown-field", Map.of("name", "colour")))
                : List.of();
        return new ObjectMapper()
                .convertValue(
                        ProblemView.of(
                                status, code, detail(status, code), shared ? SOMEWHERE : examplePath(code), faults),
                        LinkedHashMap.class);
    }

    private Text detail(int status, String code) {
        String id = parameters.stream()
                .filter(parameter -> parameter.getIn() == In.PATH)
                .map(parameter -> String.valueOf(parameter.getExample()))
                .reduce("", (first, last) -> last);
        return switch (code) {
            case "invalid-parameter" -> invalidParameter();
            case "not-a-member" -> new Text(notAMember(status));
            case "unknown-person" -> id.isEmpty() ? new Text("unknown-person.you") : new Text(code, Map.of("id", id));
            default -> new Text(code, NAMED.getOrDefault(code, Map.of("id", id)));
        };
    }

    private String notAMember(int status) {
        if (status != 404) {
            return "not-a-member";
        }
        return "leaveGroup".equals(operation.getOperationId()) ? "not-a-member.never" : "not-a-member.now";
    }

    /** The parameter that says how many are asked for. */
    static Optional<Parameter> limit(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> "limit".equals(parameter.getName()))
                .findFirst();
    }

    /** The parameter of the query without which nothing is answered. */
    static Optional<Parameter> needed(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.getIn() == In.QUERY && Boolean.TRUE.equals(parameter.getRequired()))
                .findFirst();
    }

    private Text invalidParameter() {
        return limit(parameters)
                .map(limit -> Problem.invalidParameter(
                        "limit",
                        "out-of-range",
                        Map.of(
                                "least",
                                1,
                                "most",
                                limit.getSchema().getMaximum().toPlainString())))
                .or(() -> needed(parameters).map(needed -> Problem.invalidParameter(needed.getName(), "required")))
                .orElse(Problem.invalidParameter(ContractFilter.RETRY_KEY, "wrong-format.retry-key"))
                .detail();
    }

    private String examplePath(String code) {
        String filled = path;
        for (Parameter parameter : parameters) {
            if (parameter.getIn() == In.PATH) {
                String value =
                        code.equals("tag-unreadable") && parameter.getName().equals("tag")
                                ? "!!"
                                : String.valueOf(parameter.getExample());
                filled = filled.replace("{%s}".formatted(parameter.getName()), value);
            }
        }
        return filled;
    }
}

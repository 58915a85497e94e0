package org.coterie;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.language.Text;
import org.coterie.problem.Fault;
import org.coterie.problem.Problem;
import org.coterie.problem.ProblemView;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The ways in which an operation can fail, each told with its code and shown with an answer: those it declares itself,
 * and those that come of what it takes. What many operations answer alike stands in the document once, which makes it
 * nearly half as long, for those who read it and for those who wait until Swagger UI has.
 */
final class Failures {

    private static final String PROBLEM = "#/components/schemas/Problem";

    /** Statuses that say nothing of the operation itself, unless it says something of them. */
    private static final Set<String> ALIKE = Set.of(
            "400", "401", "403", "404", "406", "408", "412", "413", "414", "415", "422", "429", "431", "500", "503");

    /** Where somebody is who may be leaving right now. */
    private static final String MINE = "/v1/people/me";

    private static final String HOME = "/v1/home";

    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";

    /** Where it happened, in an example that stands for many operations. */
    private static final String SOMEWHERE = MINE;

    /** How a response tells of a code: the code, and when it comes about. */
    private static final Pattern TOLD = Pattern.compile("`([a-z-]+)`: ([^.;]+)");

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
    private final Map<String, APIResponse> responses;
    private final Set<String> alike = new HashSet<>(ALIKE);
    private final Components components;

    private Failures(String path, Operation operation, Components components) {
        this.path = path;
        this.operation = operation;
        this.components = components;
        this.parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        this.responses = new TreeMap<>(operation.getResponses().getAPIResponses());
    }

    /**
     * Adds them to an operation.
     *
     * @param components where those stand that others have too
     * @param open whether it needs no token
     * @param json whether it takes a body that is one JSON object
     * @param change whether it changes or makes something
     */
    static void addTo(
            Operation operation, String path, Components components, boolean open, boolean json, boolean change) {
        var failures = new Failures(path, operation, components);
        failures.tellOfInput(json);
        // what it has told of until now is its own
        failures.alike.removeAll(failures.responses.keySet());
        failures.tellOfCaller(open);
        failures.tellOfEverything(change);
        failures.write();
    }

    private void tellOfInput(boolean json) {
        if (json) {
            tell("400", "invalid-input", "the body is not valid, `errors` points at each place");
        }
        if (limit().isPresent()) {
            tell("400", "invalid-parameter", "a parameter is not valid, `detail` says which");
        }
        if (has(In.PATH, "tag") || has(In.QUERY, "tag")) {
            tell("400", "tag-unreadable", "a tag needs a letter or a digit");
            tell("400", "tag-too-long", "a tag has at most 64 characters");
        }
        if (path.contains("{")) {
            tell("404", "not-found", "the address names nothing");
        }
    }

    private Optional<Parameter> limit() {
        return parameters.stream()
                .filter(parameter -> "limit".equals(parameter.getName()))
                .findFirst();
    }

    private boolean has(In in, String name) {
        return parameters.stream().anyMatch(parameter -> parameter.getIn() == in && name.equals(parameter.getName()));
    }

    private void tellOfCaller(boolean open) {
        if (!open) {
            tell("401", "token-required", "there is no token");
            tell("403", "not-allowed", "the token is not for this");
            tell("403", "person-required", "only a person can do this, with their own token");
        }
        tell("401", "token-invalid", "the token is not known here, or no longer");
        tell("403", "foreign-origin", "a page in a browser asks, of an origin that the operator has not named");
    }

    private void tellOfEverything(boolean change) {
        if (path.startsWith(MINE) || path.equals(HOME)) {
            tell("404", "unknown-person", "you have left");
        }
        tell(
                "400",
                "invalid-address",
                "the address is no URI, or its path has a dot segment or a bare semicolon, which is written %3B");
        if (has(In.HEADER, ContractFilter.RETRY_KEY)) {
            tell("400", "invalid-parameter", "a parameter is not valid, `detail` says which");
            tell("409", "request-in-progress", "the same is being answered, try again after `Retry-After` seconds");
            tell("422", "idempotency-key-reused", "something else had this `Idempotency-Key`");
        }
        tell("406", "not-acceptable", "it is not available in a format you accept");
        if (change) {
            tell(
                    "412",
                    "precondition-failed",
                    "it has changed since you read it, or nobody can have read what is to be changed or made");
        }
        tell(
                "413",
                "body-too-large",
                "the body is larger than this operation reads, which is 64 KiB, 512 KiB for all interests at once, or what the operator allows");
        tell("414", "address-too-long", "the address is longer than 8000 characters");
        if (operation.getRequestBody() != null) {
            tell("408", "body-too-slow", "the body did not arrive in time");
            tell("415", "unsupported-media-type", "the body is in a format not read here");
        }
        tell("429", "too-many-requests", "this was asked too often, ask again after `Retry-After` seconds");
        tell(
                "431",
                "headers-too-large",
                "the headers are larger than 20 KiB in all; above 128 KiB there is nothing but the status");
        tell("500", "internal-error", "something went wrong here");
        tell("503", "database-away", "the database cannot be reached, try again after `Retry-After` seconds");
        tell("503", "busy", "others are changing the same right now, try again after `Retry-After` seconds");
        if (isStreamed()) {
            tell("503", "too-many-streams", "whole lists are being read already, try again when one of them has ended");
        }
        if (path.endsWith("/members/me")) {
            tell("503", "group-busy", "others are changing this group right now, try again");
        }
        if ("leave".equals(operation.getOperationId())) {
            tell("503", "being-placed", "you are being given a place in a group right now, try again");
            tell("503", "group-busy", "others are changing a group of yours right now, try again");
        }
    }

    private boolean isStreamed() {
        Content content = responses.containsKey("200") ? responses.get("200").getContent() : null;
        return content != null && content.hasMediaType(Conventions.LINES);
    }

    private void tell(String status, String code, String when) {
        String sentence = "`%s`: %s.".formatted(code, when);
        APIResponse response = responses.get(status);
        if (response == null) {
            responses.put(status, OASFactory.createAPIResponse().description(sentence));
        } else if (!response.getDescription().contains("`" + code + "`")) {
            response.setDescription(response.getDescription() + " " + sentence);
        }
    }

    private void write() {
        APIResponses ordered = OASFactory.createAPIResponses();
        responses.forEach((status, response) -> {
            if (response.getRef() != null) {
                ordered.addAPIResponse(status, response);
                return;
            }
            addHeaders(status, response);
            if (alike.contains(status)) {
                ordered.addAPIResponse(status, shared(status, response));
            } else {
                if (status.startsWith("4") || status.startsWith("5")) {
                    response.setContent(problem(status, response.getDescription()));
                }
                ordered.addAPIResponse(status, response);
            }
        });
        operation.setResponses(ordered);
    }

    /** What the answers with a status carry besides their body. */
    private static void addHeaders(String status, APIResponse response) {
        if (status.equals("401")) {
            String example = "Bearer realm=\"coterie\"";
            response.addHeader(
                    "WWW-Authenticate", header("How to say who asks (RFC 6750).", SchemaType.STRING, example));
        }
        if (status.equals("415")) {
            response.addHeader("Accept", header("In which formats the body is read.", SchemaType.STRING, JSON));
            response.addHeader("Accept-Patch", header("The same of a PATCH (RFC 5789).", SchemaType.STRING, PATCH));
            response.addHeader("Accept-Post", header("The same of a POST.", SchemaType.STRING, JSON));
            response.addHeader(
                    "Accept-Encoding",
                    header(
                            "Where it is not the format, in which encodings the body is read (RFC 9110).",
                            SchemaType.STRING,
                            "identity"));
        }
        if (status.equals("503") || response.getDescription().contains("`Retry-After`")) {
            response.addHeader("Retry-After", header("After how many seconds to try again.", SchemaType.INTEGER, 5));
        }
    }

    static Header header(String description, SchemaType type, Object example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type).addExample(example));
    }

    /** Points at the one response with these codes, by which it is named. */
    private APIResponse shared(String status, APIResponse response) {
        String name = TOLD.matcher(response.getDescription())
                .results()
                .map(told -> pascalCase(told.group(1)))
                .collect(Collectors.joining("Or"));
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponse(name, response.content(problem(status, response.getDescription())));
        }
        return OASFactory.createAPIResponse().ref(name);
    }

    private static String pascalCase(String code) {
        return Stream.of(code.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private Content problem(String status, String description) {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemView.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM))
                                .example(example(Integer.parseInt(status), description)));
    }

    private Map<?, ?> example(int status, String description) {
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
                                status,
                                code,
                                detail(status, code),
                                alike.contains(Integer.toString(status)) ? SOMEWHERE : examplePath(code),
                                faults),
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

    private Text invalidParameter() {
        return limit().map(limit -> Problem.invalidParameter(
                        "limit",
                        "out-of-range",
                        Map.of(
                                "least",
                                1,
                                "most",
                                limit.getSchema().getMaximum().toPlainString())))
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

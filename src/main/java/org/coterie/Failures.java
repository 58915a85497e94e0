package org.coterie;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Statuses that say nothing of the operation itself, unless it says something of them. */
    private static final Set<String> ALIKE = Set.of(
            "400", "401", "403", "404", "406", "408", "412", "413", "414", "415", "422", "429", "431", "500", "503");

    private static final String MINE = "/v1/people/me";

    private static final String HOME = "/v1/home";

    /** What of somebody stands elsewhere. */
    private static final String MINE_ELSEWHERE = "/me";

    /** What people begin elsewhere. */
    private static final Set<String> BEGUN = Set.of("beginGroup", "proposeSynonym");

    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";

    private final String path;
    private final Operation operation;
    private final List<Parameter> parameters;
    private final Map<String, APIResponse> responses;
    private final Set<String> alike = new HashSet<>(ALIKE);
    private final Components components;
    private final FailureExamples examples;

    private Failures(String path, Operation operation, Components components) {
        this.path = path;
        this.operation = operation;
        this.components = components;
        this.parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        this.examples = new FailureExamples(path, operation, parameters);
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
        if (FailureExamples.limit(parameters).isPresent()
                || FailureExamples.needed(parameters).isPresent()) {
            tell("400", "invalid-parameter", "a parameter is not valid, `detail` says which");
        }
        if (has(In.PATH, "tag") || has(In.QUERY, "tag")) {
            tell("400", "tag-unreadable", "a tag needs a letter or a digit");
            tell("400", "tag-too-long", "a tag has at most 64 characters");
        }
        if (has(In.PATH, "language")) {
            tell("400", "invalid-parameter", "a parameter is not valid, `detail` says which");
        }
        if (path.contains("{")) {
            tell("404", "not-found", "the address names nothing");
        }
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
        if (isOfWhoAsks()) {
            tell("404", "unknown-person", "you have left");
        }
        tell(
                "400",
                "invalid-address",
                "the address is no URI, or its path has a dot segment or a bare semicolon, which is written %3B");
        if (operation.getRequestBody() == null) {
            tell("400", "invalid-input", "there is a body, and none is read here");
        }
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
        tell(
                "414",
                "address-too-long",
                "the address is longer than 8000 characters; above 64 KiB there is nothing but the status");
        tell("408", "body-too-slow", "the body did not arrive in time");
        if (operation.getRequestBody() != null) {
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

    /** Whether it is about the person who asks, who may be leaving right now. */
    private boolean isOfWhoAsks() {
        return path.startsWith(MINE)
                || path.equals(HOME)
                || path.endsWith(MINE_ELSEWHERE)
                || BEGUN.contains(operation.getOperationId());
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
                    response.setContent(examples.of(status, response.getDescription(), false));
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
        String name = FailureExamples.TOLD
                .matcher(response.getDescription())
                .results()
                .map(told -> pascalCase(told.group(1)))
                .collect(Collectors.joining("Or"));
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponse(name, response.content(examples.of(status, response.getDescription(), true)));
        }
        return OASFactory.createAPIResponse().ref(name);
    }

    private static String pascalCase(String code) {
        return Stream.of(code.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}

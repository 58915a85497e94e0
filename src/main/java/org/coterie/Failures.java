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
import org.coterie.problem.Fault;
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
    private static final Set<String> ALIKE =
            Set.of("400", "401", "403", "404", "406", "408", "412", "413", "414", "415", "422", "429", "500", "503");

    /** Where somebody is who may be leaving right now. */
    private static final String MINE = "/v1/people/me";

    private static final String HOME = "/v1/home";

    /** Where it happened, in an example that stands for many operations. */
    private static final String SOMEWHERE = MINE;

    /** How a response tells of a code: the code, and when it comes about. */
    private static final Pattern TOLD = Pattern.compile("`([a-z-]+)`: ([^.;]+)");

    /** What the answer says, where that is not when it comes about; {@code {id}} is the last one in the path. */
    private static final Map<String, String> DETAILS = Map.ofEntries(
            Map.entry("already-proposed", "This is proposed already: say what you think of it."),
            Map.entry("body-too-large", "The body is larger than the 64 KiB that are read here."),
            Map.entry("body-too-slow", "The body did not arrive within 30 seconds."),
            Map.entry("companions-cannot-come", "Your companions have no place in this group."),
            Map.entry("database-away", "The database cannot be reached; try again."),
            Map.entry("formation-finished", "The formation is finished: its state is SUCCEEDED."),
            Map.entry("group-full", "This group has no place for you."),
            Map.entry("handle-taken", "Somebody already has the handle ada."),
            Map.entry("idempotency-key-reused", "Another request had this Idempotency-Key: each needs one of its own."),
            Map.entry("internal-error", "Something went wrong here; it has been logged."),
            Map.entry("invalid-address", "The address is no URI: encode what stands in it."),
            Map.entry("invalid-input", "The request is not valid."),
            Map.entry("merge-under-way", "It is just being done; undo it when it has been."),
            Map.entry("name-taken", "“Radfahren” means the tag cycling."),
            Map.entry("not-a-holder", "Only who holds one of the two tags has a say in it."),
            Map.entry("not-allowed", "Your token does not allow this."),
            Map.entry("not-found", "There is nothing at this address."),
            Map.entry("not-our-token", "This token is the issuer's: sign out there."),
            Map.entry("precondition-failed", "It has changed since you read it: read it again."),
            Map.entry(
                    "request-in-progress",
                    "A request with this Idempotency-Key is being answered; ask again in a moment."),
            Map.entry("same-tag", "Both mean the tag cycling already."),
            Map.entry("token-required", "This needs a token: send it as Authorization: Bearer …"),
            Map.entry("too-many-companions", "You have named 2 companions; drop one first."),
            Map.entry("too-many-formations", "20 formations are waiting already; ask again when some have run."),
            Map.entry("too-many-imports", "8 files are arriving already; send this one when one of them has arrived."),
            Map.entry("too-many-interests", "You have 100 interests; take one back first."),
            Map.entry("too-many-requests", "You have asked too often; ask again in 5 seconds."),
            Map.entry("too-many-proposals", "20 proposals of yours are open: see first what becomes of them."),
            Map.entry(
                    "too-many-streams",
                    "Whole lists are being read already; read this one when one of them has ended."),
            Map.entry("too-many-tokens", "There are 50 tokens already; revoke one first."),
            Map.entry("too-many-webhooks", "There are 20 webhooks already; remove one first."),
            Map.entry("unknown-correction", "You have not said that this is wrong."),
            Map.entry("unknown-event", "You are told of no event with this id, or no longer."),
            Map.entry("unknown-formation", "No formation has the id {id}."),
            Map.entry("unknown-group", "No group has the id {id}."),
            Map.entry("unknown-import", "There is no import with the id {id}."),
            Map.entry("unknown-interest", "You have no such interest."),
            Map.entry("unknown-person", "Nobody has the id {id}."),
            Map.entry("unknown-signal", "You have no signal with this id."),
            Map.entry("unknown-synonym", "There is no proposal with the id {id}."),
            Map.entry("unknown-tag", "Nobody cares about this right now."),
            Map.entry("unknown-token", "You have no token with this id."),
            Map.entry("webhook-disabled", "The webhook is disabled: enable it first."),
            Map.entry("unknown-webhook", "No webhook has the id {id}."));

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
     */
    static void addTo(Operation operation, String path, Components components, boolean open, boolean json) {
        var failures = new Failures(path, operation, components);
        failures.tellOfInput(json);
        // what it has told of until now is its own
        failures.alike.removeAll(failures.responses.keySet());
        failures.tellOfCaller(open);
        failures.tellOfEverything();
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
    }

    private void tellOfEverything() {
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
        tell("406", "not-acceptable", "it cannot be had in the format you accept");
        if (Conventions.isConditional(operation)) {
            tell("412", "precondition-failed", "it has changed since you read it");
        }
        tell("413", "body-too-large", "the body is larger than this operation reads");
        tell("414", "address-too-long", "the address is longer than 8000 characters");
        if (operation.getRequestBody() != null) {
            tell("408", "body-too-slow", "the body did not arrive in time");
            tell("415", "unsupported-media-type", "the body is in a format not read here");
        }
        tell("429", "too-many-requests", "this was asked too often, ask again after `Retry-After` seconds");
        tell("500", "internal-error", "something went wrong here");
        tell("503", "database-away", "the database cannot be reached, try again after `Retry-After` seconds");
        if (isStreamed()) {
            tell("503", "too-many-streams", "whole lists are being read already, try again when one of them has ended");
        }
        if (path.endsWith("/members/me")) {
            tell("503", "group-busy", "others are changing this group right now, try again");
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
                ? List.of(new Fault("/colour", "unknown-field", "There is no field colour here."))
                : List.of();
        return new ObjectMapper()
                .convertValue(
                        ProblemView.of(
                                status,
                                code,
                                detail(code, told.group(2)),
                                alike.contains(Integer.toString(status)) ? SOMEWHERE : examplePath(code),
                                faults),
                        LinkedHashMap.class);
    }

    private String detail(String code, String when) {
        if (code.equals("invalid-parameter")) {
            return limit().map(limit -> "Parameter limit: must be a number from 1 to %s."
                            .formatted(limit.getSchema().getMaximum()))
                    .orElse("Parameter Idempotency-Key: must be 1 to 255 visible ASCII characters.");
        }
        String sentence = when.substring(0, 1).toUpperCase(Locale.ROOT) + when.substring(1) + ".";
        String id = parameters.stream()
                .filter(parameter -> parameter.getIn() == In.PATH)
                .map(parameter -> String.valueOf(parameter.getExample()))
                .reduce("", (first, last) -> last);
        String detail = DETAILS.getOrDefault(code, sentence);
        return detail.contains("{id}") && id.isEmpty() ? sentence : detail.replace("{id}", id);
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

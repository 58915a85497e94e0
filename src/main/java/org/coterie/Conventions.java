package org.coterie;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What holds for every operation of a kind without any of them doing a thing for it, told on each of them. */
final class Conventions {

    private static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String TAG_EXAMPLE = "\"pZGm1Av0IEBKARczz7exkA\"";
    private static final String TAG = "ETag";
    private static final String PLACE = "Content-Location";
    private static final String IF_NONE_MATCH = "IfNoneMatch";
    private static final String IF_MATCH = "IfMatch";
    private static final String NOT_MODIFIED = "NotModified";
    private static final String LINK = "Link";
    private static final String ACCEPT_LANGUAGE = "AcceptLanguage";
    private static final String CONTENT_LANGUAGE = "Content-Language";
    private static final String RATE_LIMIT = "RateLimit";
    private static final String RATE_LIMIT_POLICY = "RateLimit-Policy";

    /** Generated clients name parameters by their place: what came without one keeps to that. */
    private static final Set<String> UNREADABLE_AT_FIRST = Set.of(
            "declareInterest",
            "takeBackInterest",
            "correctReason",
            "takeBackCorrection",
            "writeTagLabel",
            "removeTagLabel",
            "block",
            "unblock",
            "avoid",
            "unavoid",
            "nameCompanion",
            "dropCompanion",
            "joinGroup",
            "leaveGroup",
            "saySynonym",
            "fallSilentOnSynonym");

    private final Components components;

    private Conventions(Components components) {
        this.components = components;
    }

    static void tell(OpenAPI contract) {
        var conventions = new Conventions(contract.getComponents());
        conventions.defineOnce();
        Map<String, PathItem> paths = contract.getPaths().getPathItems();
        paths.values().forEach(conventions::tellOf);
        tellOfNames(paths);
        tellOfUnlistedEdits(contract.getInfo(), paths);
    }

    /** What is left to ask for stands in whatever was counted. */
    static void tellOfLimits(OpenAPI contract) {
        Components components = contract.getComponents();
        components.addHeader(
                RATE_LIMIT,
                OASFactory.createHeader()
                        .description(
                                "What is left of a limit, and in how many seconds all of it is back, or some where nothing is left (revision 11 of"
                                        + " draft-ietf-httpapi-ratelimit-headers); absent where the request was not counted.")
                        .schema(text("\"newcomer\";r=299;t=1")));
        components.addHeader(
                RATE_LIMIT_POLICY,
                OASFactory.createHeader()
                        .description("How much may be asked in how many seconds.")
                        .schema(text("\"newcomer\";q=300;w=60")));
        responses(contract)
                .forEach(response -> response.addHeader(
                                RATE_LIMIT, OASFactory.createHeader().ref(RATE_LIMIT))
                        .addHeader(RATE_LIMIT_POLICY, OASFactory.createHeader().ref(RATE_LIMIT_POLICY)));
    }

    /** Any request may fail, and so any may be answered with a text. */
    static void tellOfLanguages(OpenAPI contract) {
        Components components = contract.getComponents();
        components.addParameter(
                ACCEPT_LANGUAGE,
                OASFactory.createParameter()
                        .name("Accept-Language")
                        .in(In.HEADER)
                        .description(
                                "In which languages you read. What is told in sentences comes in English, German, French, Spanish or"
                                        + " Norwegian, and in English where you read none of these; tags are called as they are in your"
                                        + " language. Codes are the same in all of them.")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        components.addHeader(
                CONTENT_LANGUAGE,
                OASFactory.createHeader()
                        .description(
                                "In which language its sentences are; where it has none, in which languages tags are called in it that are called as you"
                                        + " asked for. Absent where there are neither.")
                        .schema(text("de")));
        operations(contract)
                .forEach(operation ->
                        operation.addParameter(OASFactory.createParameter().ref(ACCEPT_LANGUAGE)));
        responses(contract)
                .filter(response -> response.getContent() != null)
                .forEach(response -> response.addHeader(
                        CONTENT_LANGUAGE, OASFactory.createHeader().ref(CONTENT_LANGUAGE)));
    }

    private static Stream<Operation> operations(OpenAPI contract) {
        return contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
    }

    /** Each once, also where many operations have it. */
    private static Stream<APIResponse> responses(OpenAPI contract) {
        return Stream.concat(
                        contract.getComponents().getResponses().values().stream(),
                        operations(contract)
                                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream()))
                .filter(response -> response.getRef() == null);
    }

    private void defineOnce() {
        components.addHeader(
                TAG,
                OASFactory.createHeader()
                        .description(
                                "Names what this answer says; another one once it says something else. Of what was made or changed, the one"
                                        + " that a GET answers then.")
                        .schema(text(TAG_EXAMPLE)));
        components.addHeader(
                PLACE,
                OASFactory.createHeader()
                        .description("Where a GET answers the same, with the same `ETag` where there is one here.")
                        .schema(text("/v1/groups/0192f1c0-5b7e-7c3a-9b1d-2f4e6a8c0b1d")));
        components.addHeader(
                LINK,
                OASFactory.createHeader()
                        .description("Where the next page is (RFC 8288); absent on the last one.")
                        .schema(text("<http://localhost:8080/v1/tags?prefix=re&cursor=MDE5MmY>; rel=\"next\"")));
        components.addParameter(
                IF_NONE_MATCH,
                header("If-None-Match", "The `ETag` of the answer you have: 304 where there is nothing new."));
        components.addParameter(
                IF_MATCH,
                header(
                        "If-Match",
                        "The `ETag` of what you have read: 412 where what you would replace has changed since, and stays as"
                                + " it is. What is only told beside it, in which language, or of what others do, does not matter; that a tag in it has"
                                + " become one with another does, once."));
        components.addResponse(
                NOT_MODIFIED,
                OASFactory.createAPIResponse()
                        .description("What you have is what there is.")
                        .addHeader(TAG, OASFactory.createHeader().ref(TAG)));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(In.HEADER)
                .description(description)
                .schema(text(TAG_EXAMPLE));
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample(example);
    }

    private void tellOf(PathItem item) {
        Operation read = item.getGET();
        if (read == null || jsonOf(read).isEmpty()) {
            return;
        }
        tellOfReading(read);
        Stream.of(item.getPATCH(), item.getPUT(), item.getDELETE())
                .filter(Objects::nonNull)
                .forEach(Conventions::tellOfEditing);
        if (item.getPUT() != null && row(read).isEmpty()) {
            add(item.getPUT(), "With `If-None-Match: *` it is done only where there is nothing yet.");
        }
        Stream.of(item.getPATCH(), item.getPUT())
                .filter(edit -> edit != null && jsonOf(edit).isPresent())
                .filter(edit -> schemaOf(edit, "200").equals(schemaOf(read, "200")))
                .forEach(Conventions::tag);
    }

    private static void add(Operation operation, String sentence) {
        String before = operation.getDescription();
        operation.setDescription((before == null ? "" : before + " ") + sentence);
    }

    /**
     * What makes or changes something that is read at an address of its own answers the name that it has there, unless a GET
     * of the same address answers something else, whose name it would be taken for.
     */
    private static void tellOfNames(Map<String, PathItem> paths) {
        Set<String> single = paths.entrySet().stream()
                .filter(path -> path.getKey().endsWith("}") && path.getValue().getGET() != null)
                .flatMap(path -> schemaOf(path.getValue().getGET(), "200").stream())
                .collect(Collectors.toSet());
        paths.values().forEach(item -> {
            Optional<String> here = Optional.ofNullable(item.getGET()).flatMap(read -> schemaOf(read, "200"));
            item.getOperations().values().forEach(operation -> {
                if (schemaOf(operation, "201").filter(single::contains).isPresent()) {
                    tag(operation, "201");
                }
                Optional<String> schema = schemaOf(operation, "200").filter(single::contains);
                if (schema.isPresent()) {
                    if (here.isEmpty() || schema.equals(here)) {
                        tag(operation, "200");
                    }
                    if (!schema.equals(here)) {
                        operation
                                .getResponses()
                                .getAPIResponse("200")
                                .addHeader(PLACE, OASFactory.createHeader().ref(PLACE));
                    }
                }
            });
        });
    }

    private static Optional<String> schemaOf(Operation operation, String status) {
        return jsonOf(operation, status)
                .flatMap(json -> Optional.ofNullable(json.getSchema()))
                .flatMap(schema -> Optional.ofNullable(schema.getRef()));
    }

    private static void tellOfEditing(Operation edit) {
        if (UNREADABLE_AT_FIRST.contains(String.valueOf(edit.getOperationId()))) {
            add(edit, "`If-Match` with the `ETag` of what you have read is heeded here, too.");
        } else {
            edit.addParameter(OASFactory.createParameter().ref(IF_MATCH));
        }
    }

    private static void tellOfUnlistedEdits(Info info, Map<String, PathItem> paths) {
        String addresses = paths.entrySet().stream()
                .filter(path -> Stream.of(
                                path.getValue().getPUT(), path.getValue().getDELETE())
                        .anyMatch(edit -> edit != null && UNREADABLE_AT_FIRST.contains(edit.getOperationId())))
                .map(path -> "`" + path.getKey() + "`")
                .sorted()
                .collect(Collectors.joining(", "))
                .replaceFirst(", (?=[^,]*$)", " and ");
        info.setDescription(info.getDescription().replace(CoterieApi.UNLISTED_EDITS, addresses));
    }

    private void tellOfReading(Operation read) {
        boolean paged = read.getParameters() != null
                && read.getParameters().stream().anyMatch(parameter -> "cursor".equals(parameter.getName()));
        read.addParameter(OASFactory.createParameter().ref(IF_NONE_MATCH));
        read.getResponses().addAPIResponse("304", OASFactory.createAPIResponse().ref(NOT_MODIFIED));
        tag(read);
        APIResponse response = read.getResponses().getAPIResponse("200");
        if (paged) {
            response.addHeader(LINK, OASFactory.createHeader().ref(LINK));
        }
        row(read).ifPresent(row -> {
            response.getContent()
                    .addMediaType(
                            LINES,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(row)));
            response.setDescription(response.getDescription() + " With `Accept: application/x-ndjson` all of them, one"
                    + " a line" + (paged ? ", and `limit` and `cursor` do not count." : "."));
        });
    }

    private static void tag(Operation operation) {
        tag(operation, "200");
    }

    private static void tag(Operation operation, String status) {
        operation
                .getResponses()
                .getAPIResponse(status)
                .addHeader(TAG, OASFactory.createHeader().ref(TAG));
    }

    private static Optional<MediaType> jsonOf(Operation read) {
        return jsonOf(read, "200");
    }

    private static Optional<MediaType> jsonOf(Operation operation, String status) {
        return Optional.ofNullable(operation.getResponses().getAPIResponse(status))
                .flatMap(response -> Optional.ofNullable(response.getContent()))
                .flatMap(content -> Optional.ofNullable(content.getMediaType(JSON)));
    }

    /** The schema of a row, where the answer is a page. */
    private Optional<String> row(Operation read) {
        return jsonOf(read)
                .map(json -> String.valueOf(json.getSchema().getRef()))
                .filter(ref -> ref.startsWith(SCHEMAS + "Page"))
                .map(ref -> properties(ref).get("items"))
                .map(items -> items.getItems().getRef());
    }

    private Map<String, Schema> properties(String ref) {
        return Objects.requireNonNull(components.getSchemas().get(ref.substring(SCHEMAS.length())))
                .getProperties();
    }
}

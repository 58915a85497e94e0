package org.coterie;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coterie.problem.ProblemKind;
import org.coterie.problem.ProblemKinds;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Says once, for every operation, what holds for all of them: who may ask, and the ways in which any request can fail.
 * An operation declares only what is its own.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    /** What needs no token. */
    private static final Set<String> OPEN = Set.of("join", "listProblems", "getProblem");

    static final String RETRY_KEY = "Idempotency-Key";

    private final IndexView classes;
    private final Retirement retirement;
    private final WaysOut waysOut;

    /** For the contract of these classes. */
    public ContractFilter(IndexView classes) {
        this.classes = classes;
        this.retirement = Retirement.in(classes);
        this.waysOut = WaysOut.in(classes);
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        Map<String, PathItem> paths = contract.getPaths().getPathItems();
        if (paths == null) {
            return;
        }
        orderSections(contract);
        sayThatATagMayStandAlone(contract);
        sayThatACountIsANumberOrFew(contract);
        describeDays(contract);
        describePages(contract);
        listCodes(contract);
        Conventions.tell(contract);
        EventTypes.list(contract);
        ExampleIds.align(contract);
        ExampleObjects.compose(contract);
        paths.forEach((path, item) -> {
            if (item.getGET() != null) {
                // what a resource takes from its surroundings is not a body
                item.getGET().setRequestBody(null);
            }
            if (item.getPOST() != null) {
                item.getPOST().addParameter(keyOfARetry());
            }
            item.getOperations().forEach((method, operation) -> {
                complete(path, method, operation, contract.getComponents());
                waysOut.tellOf(operation);
                retirement.tellOf(operation);
            });
        });
        Conventions.tellOfLimits(contract);
        Conventions.tellOfLanguages(contract);
        Presence.tell(contract, classes);
        Bounds.set(contract);
    }

    /** Without an example, which Swagger UI would send with whatever is tried. */
    private static Parameter keyOfARetry() {
        return OASFactory.createParameter()
                .name(RETRY_KEY)
                .in(Parameter.In.HEADER)
                .description(
                        "Makes it safe to send the same once more, such as when no answer came: it happens once, and"
                                + " for 24 hours the answer is the same. Refused, it has not happened, and is tried anew. A"
                                + " fresh UUID for each thing to do; 1 to 255 visible ASCII characters. The same is what has the same bytes: other"
                                + " white space in it, or another spelling of the address, is something else. Whoever signs up has no token yet, so that a"
                                + " key of fewer than 16 characters counts for them from the same address alone, and a phone's"
                                + " changes on its way.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(255));
    }

    private static void orderSections(OpenAPI contract) {
        List<Tag> sections = new ArrayList<>(contract.getTags());
        sections.sort(Comparator.comparingInt(section -> CoterieApi.SECTIONS.indexOf(section.getName())));
        contract.setTags(sections);
    }

    /** An imported interest may be a plain text, which no annotation says of the elements of a list. */
    private static void sayThatATagMayStandAlone(OpenAPI contract) {
        Schema person =
                Objects.requireNonNull(contract.getComponents().getSchemas().get("ImportedPerson"));
        Schema interests = Objects.requireNonNull(person.getProperties().get("interests"));
        Schema plain = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description("A tag, in their own writing.")
                .addExample("hiking");
        interests.setItems(OASFactory.createSchema().addOneOf(plain).addOneOf(interests.getItems()));
    }

    /** What is counted is no object, which the annotation of one says wherever it stands. */
    private static void sayThatACountIsANumberOrFew(OpenAPI contract) {
        Map<String, Schema> schemas = contract.getComponents().getSchemas();
        Objects.requireNonNull(schemas.get("HolderCount"))
                .properties(null)
                .type(null)
                .oneOf(List.of(
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .minimum(new BigDecimal(3)),
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .pattern("<3")
                                .maxLength(2)));
        Objects.requireNonNull(Objects.requireNonNull(schemas.get("Tag"))
                        .getProperties()
                        .get("holders"))
                .type(null);
    }

    /** They are Java's own, which has no annotation of ours. */
    private static void describeDays(OpenAPI contract) {
        Schema days =
                Objects.requireNonNull(contract.getComponents().getSchemas().get("DayOfWeek"));
        days.setDescription(days.getEnumeration().stream()
                .map("`%s`"::formatted)
                .collect(Collectors.joining(", ", "A day of the week, by the clock of whoever says it: ", ".")));
    }

    /** Each kind of row has its page, and an annotation would describe one more: that of no kind. */
    private static void describePages(OpenAPI contract) {
        contract.getComponents().getSchemas().values().stream()
                .filter(schema ->
                        schema.getProperties() != null && schema.getProperties().containsKey("nextCursor"))
                .forEach(page -> page.setDescription("A part of a list, or all of it."));
    }

    /** All codes of problems, by status. */
    private static void listCodes(OpenAPI contract) {
        Map<Integer, List<String>> codes = new TreeMap<>();
        for (ProblemKind kind : ProblemKinds.ofProblems()) {
            kind.statuses()
                    .forEach(status -> codes.computeIfAbsent(status, none -> new ArrayList<>())
                            .add("`" + kind.code() + "`"));
        }
        Schema problem =
                Objects.requireNonNull(contract.getComponents().getSchemas().get("Problem"));
        Schema code = Objects.requireNonNull(problem.getProperties().get("code"));
        code.setDescription(code.getDescription() + " There are, by status:\n\n"
                + codes.entrySet().stream()
                        .map(status -> "- %d: %s".formatted(status.getKey(), String.join(", ", status.getValue())))
                        .collect(Collectors.joining("\n")));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation, Components components) {
        boolean open = OPEN.contains(operation.getOperationId());
        boolean takesBody = operation.getRequestBody() != null;
        SecurityRequirement token = OASFactory.createSecurityRequirement().addScheme(CoterieApi.BEARER, List.of());
        operation.setSecurity(open ? List.of(OASFactory.createSecurityRequirement(), token) : List.of(token));
        if (takesBody) {
            sayLines(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(ContractFilter::putJsonFirst);
        boolean json = takesBody && !operation.getRequestBody().getContent().hasMediaType(LINES);
        Failures.addTo(operation, path, components, open, json, method != PathItem.HttpMethod.GET);
    }

    /** What is sent a line each is a list in the annotation, which can hold no more than one JSON value. */
    private static void sayLines(@Nullable Content content) {
        MediaType lines = content == null ? null : content.getMediaType(LINES);
        if (lines == null || lines.getExamples() == null) {
            return;
        }
        lines.getExamples().values().forEach(example -> {
            if (example.getValue() instanceof List<?> list) {
                example.setValue(list.stream().map(ContractFilter::line).collect(Collectors.joining("\n")));
            }
        });
    }

    private static String line(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Swagger UI, and whoever else just tries an operation, asks for the first format that there is. */
    private static void putJsonFirst(APIResponse response) {
        Content content = response.getContent();
        if (content == null || !content.hasMediaType(JSON)) {
            return;
        }
        Content ordered = OASFactory.createContent().addMediaType(JSON, content.getMediaType(JSON));
        content.getMediaTypes().forEach((name, type) -> {
            if (!name.equals(JSON)) {
                ordered.addMediaType(name, type);
            }
        });
        response.setContent(ordered);
    }
}

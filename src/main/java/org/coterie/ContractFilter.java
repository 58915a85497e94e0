package org.coterie;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coterie.problem.ProblemView;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Says once, for every operation, what holds for all of them: who may ask, and the ways in which any request can fail.
 * An operation declares only what is its own.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final String PROBLEM = "#/components/schemas/Problem";

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    /** Needs no token. */
    private static final String JOIN = "join";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        Map<String, PathItem> paths = contract.getPaths().getPathItems();
        if (paths == null) {
            return;
        }
        sayThatATagMayStandAlone(contract);
        ExampleIds.align(contract);
        paths.forEach((path, item) -> {
            if (item.getGET() != null) {
                // what a resource takes from its surroundings is not a body
                item.getGET().setRequestBody(null);
            }
            item.getOperations().values().forEach(operation -> complete(path, operation));
        });
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

    private static void complete(String path, Operation operation) {
        boolean open = JOIN.equals(operation.getOperationId());
        boolean takesBody = operation.getRequestBody() != null;
        boolean takesParameters =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        if (!open) {
            operation.setSecurity(
                    List.of(OASFactory.createSecurityRequirement().addScheme(CoterieApi.BEARER, List.of())));
        }
        if (takesBody) {
            sayLines(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(ContractFilter::putJsonFirst);
        Map<String, String> failures = new TreeMap<>();
        if (takesBody) {
            failures.put("400", "`invalid-input`: the body is not valid; `errors` points at each place.");
            failures.put("413", "`body-too-large`: the body is larger than this operation reads.");
            failures.put("415", "`unsupported-media-type`: the body is in a format not read here.");
        } else if (takesParameters) {
            failures.put("400", "`invalid-parameter`: a parameter is not valid; `detail` says which.");
        }
        if (!open) {
            failures.put("401", "`token-required` or `token-invalid`: no token, or one that is not known.");
            failures.put("403", "`not-allowed` or `person-required`: the token is not for this.");
        }
        if (path.contains("{")) {
            failures.put("404", "`not-found`: the address names nothing.");
        }
        failures.put("406", "`not-acceptable`: it cannot be had in the format you accept.");
        failures.put("500", "`internal-error`: something went wrong here; it has been logged.");
        failures.put("503", "`database-away`: try again after `Retry-After` seconds.");
        addTo(operation, failures);
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

    private static void addTo(Operation operation, Map<String, String> failures) {
        Map<String, APIResponse> all = new TreeMap<>(operation.getResponses().getAPIResponses());
        failures.forEach((status, reason) -> all.computeIfAbsent(
                status, none -> OASFactory.createAPIResponse().description(reason)));
        APIResponses ordered = OASFactory.createAPIResponses();
        all.forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(OASFactory.createContent()
                        .addMediaType(
                                ProblemView.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
            }
            ordered.addAPIResponse(status, response);
        });
        operation.setResponses(ordered);
    }
}

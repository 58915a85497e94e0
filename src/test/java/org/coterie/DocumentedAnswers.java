package org.coterie;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.coterie.problem.ProblemView;
import org.jspecify.annotations.Nullable;

/**
 * Holds every answer that a test gets against the document: its status, its format, and its body, in which nothing stands
 * that is not described. A problem says in which language it is.
 */
final class DocumentedAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private static @Nullable DocumentedAnswers only;

    private final JsonNode document;
    private final JsonNode definitions;
    private final List<Address> addresses;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    private record Address(String template, String pattern) {

        static Address of(String template) {
            return new Address(template, template.replaceAll("\\{[^}]+}", "[^/]+"));
        }

        /** The more it says itself the sooner it is meant: {@code /people/me} before {@code /people/{personId}}. */
        int said() {
            return template.replaceAll("\\{[^}]+}", "").length();
        }
    }

    private DocumentedAnswers(JsonNode document) {
        this.document = document;
        this.definitions = closed(document.at("/components/schemas").deepCopy());
        this.addresses = fieldsOf(document.path("paths"))
                .map(Address::of)
                .sorted(Comparator.comparingInt(Address::said).reversed())
                .toList();
    }

    /** The document is the same for all tests of a process. */
    private static synchronized DocumentedAnswers served() {
        if (only == null) {
            try {
                only = new DocumentedAnswers(JSON.readTree(
                        given().noFilters().get("/q/openapi?format=json").asString()));
            } catch (JsonProcessingException e) {
                throw new AssertionError("the document is no JSON", e);
            }
        }
        return only;
    }

    private static Stream<String> fieldsOf(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false);
    }

    /** What is described is all there is. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(DocumentedAnswers::closed);
        return schema;
    }

    /** Sends a request on, and expects an answer of the document. */
    static Response checked(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext next) {
        Response response = next.next(request, expected);
        if (ProblemView.MEDIA_TYPE.equals(response.contentType())) {
            assertThat(response.header("Content-Language")).as(request.getURI()).isNotNull();
            assertThat(response.header("Vary")).as(request.getURI()).contains("Accept-Language");
        }
        expectDocumented(new Answer(
                request.getMethod(),
                URI.create(request.getURI()).getRawPath(),
                response.statusCode(),
                String.valueOf(response.contentType()).replaceAll(";.*", ""),
                response.asString()));
        return response;
    }

    /** What was answered where. */
    record Answer(String method, String path, int status, String type, String body) {}

    static void expectDocumented(Answer answer) {
        DocumentedAnswers documented = served();
        documented.operationAt(answer.path, answer.method).ifPresent(operation -> documented.check(operation, answer));
    }

    /** Expects that something which is shown is as a schema of the document says. */
    static void expectAsDescribed(JsonNode shown, JsonNode schema) {
        DocumentedAnswers documented = served();
        assertThat(documented.compile(schema).validate(shown))
                .as("what is not as described in %s", shown)
                .isEmpty();
    }

    private Optional<JsonNode> operationAt(String path, String method) {
        return addresses.stream()
                .filter(address -> path.matches(address.pattern))
                .findFirst()
                .map(address -> document.path("paths").path(address.template).path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private void check(JsonNode operation, Answer answer) {
        JsonNode described = resolved(operation.path("responses").path(Integer.toString(answer.status)));
        assertThat(described.isObject()).as("the document knows of %s", answer).isTrue();
        JsonNode content = described.path("content");
        if (content.isEmpty()) {
            assertThat(answer.body)
                    .as("the document knows of no body: %s", answer)
                    .isEmpty();
            return;
        }
        assertThat(fieldsOf(content)).as("formats of %s", answer).contains(answer.type);
        if (answer.type.endsWith("json")) {
            // a line each, or the only one
            answer.body
                    .lines()
                    .forEach(line -> checkJson(line, content.path(answer.type).path("schema"), answer));
        }
        if (answer.type.equals(ProblemView.MEDIA_TYPE)) {
            checkCode(described, answer);
        }
    }

    private static void checkCode(JsonNode described, Answer answer) {
        try {
            String code = JSON.readTree(answer.body).path("code").asText();
            assertThat(answer.body.isEmpty()
                            || described.path("description").asText().contains("`" + code + "`"))
                    .as("the document knows of the code of %s", answer)
                    .isTrue();
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + answer, e);
        }
    }

    private void checkJson(String json, JsonNode schema, Answer answer) {
        try {
            assertThat(compiled.computeIfAbsent(schema, this::compile).validate(JSON.readTree(json)))
                    .as("what is not as described in %s", answer)
                    .isEmpty();
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + answer, e);
        }
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.putObject("components").set("schemas", definitions);
        return SCHEMAS.getSchema(whole);
    }

    private JsonNode resolved(JsonNode that) {
        String reference = that.path("$ref").asText();
        return reference.isEmpty() ? that : document.at(reference.substring(1));
    }
}

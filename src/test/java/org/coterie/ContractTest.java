package org.coterie;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The document that clients are made from: what is served, what is committed, and whether it says everything. */
@QuarkusTest
@Tag("http")
class ContractTest {

    private static final Path COMMITTED = Path.of("openapi", "openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theCommittedDocumentIsTheServedOne() throws IOException {
        String served = given().queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
        if (!served.equals(committed)) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(served)
                .as("%s has just been brought up to date: look at the diff, commit it, run again", COMMITTED)
                .isEqualTo(committed);
    }

    @Test
    void everyOperationHasAnIdOneTagASummaryAndAProblemForEachFailure() throws IOException {
        List<String> lacking = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        JsonNode document = document();
        eachOperation((name, operation) -> {
            if (!ids.add(operation.path("operationId").asText("none"))) {
                lacking.add(name + " shares its operationId");
            }
            if (operation.path("tags").size() != 1) {
                lacking.add(name + " has not exactly one tag");
            }
            if (operation.path("summary").asText().isBlank()) {
                lacking.add(name + " has no summary");
            }
            operation.path("responses").properties().forEach(response -> {
                boolean failure =
                        response.getKey().startsWith("4") || response.getKey().startsWith("5");
                JsonNode said = said(response.getValue(), document);
                if (said.path("description").asText().isBlank()) {
                    lacking.add(name + " does not describe " + response.getKey());
                }
                if (failure && !said.path("content").has("application/problem+json")) {
                    lacking.add(name + " has no problem body for " + response.getKey());
                }
            });
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("description").asText().isBlank()) {
                    lacking.add(name + " does not describe parameter " + parameter.path("name"));
                }
            }
        });

        assertThat(lacking).isEmpty();
        assertThat(ids).hasSizeGreaterThan(5);
    }

    @Test
    void everyOperationTellsOfWhatCanHappenToAnyRequest() throws IOException {
        Map<String, String> always = Map.of(
                "400", "invalid-address",
                "406", "not-acceptable",
                "413", "body-too-large",
                "414", "address-too-long",
                "500", "internal-error",
                "503", "database-away");
        JsonNode document = document();
        List<String> lacking = new ArrayList<>();
        eachOperation((name, operation) -> always.forEach((status, code) -> {
            JsonNode said = said(operation.path("responses").path(status), document);
            if (!said.path("description").asText().contains("`" + code + "`")) {
                lacking.add(name + " does not tell of " + code);
            }
        }));

        assertThat(lacking).isEmpty();
    }

    @Test
    void everyFailureIsShownAsItIsAnswered() throws IOException {
        JsonNode document = document();
        List<String> untrue = new ArrayList<>();
        eachOperation((name, operation) -> operation
                .path("responses")
                .properties()
                .forEach(response -> {
                    JsonNode said = said(response.getValue(), document);
                    JsonNode example = said.path("content")
                            .path("application/problem+json")
                            .path("example");
                    boolean failure = response.getKey().startsWith("4")
                            || response.getKey().startsWith("5");
                    String code = example.path("code").asText();
                    boolean isTrue = example.path("status").asText().equals(response.getKey())
                            && said.path("description").asText().contains("`" + code + "`")
                            && example.path("type").asText().equals("/problems/" + code)
                            && !example.path("detail").asText().isBlank()
                            && (response.getValue().has("$ref")
                                    || example.path("instance")
                                            .asText()
                                            .matches(pathIn(name).replaceAll("\\{[^}]+}", "[^/{}]+")));
                    if (failure && !isTrue) {
                        untrue.add(name + " " + response.getKey() + " " + example);
                    }
                }));

        assertThat(untrue).isEmpty();
    }

    /** A response as it stands, or where it points. */
    private static JsonNode said(JsonNode response, JsonNode document) {
        String reference = response.path("$ref").asText();
        return reference.isEmpty() ? response : document.at(reference.substring(1));
    }

    private static String pathIn(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    /** Wherever the code gives a problem, a fault or a rejected line its code, as the first word of that kind. */
    private static final Pattern GIVEN = Pattern.compile(
            "(?:new Problem|Problem\\.invalid|new Fault|new Rejected|answer|refusal\\.send)\\([^;]*?\"([a-z]+(?:-[a-z0-9]+)*)\"");

    private static final Pattern GIVEN_BY_RULE = Pattern.compile("-> \"([a-z]+(?:-[a-z]+)*)\";");

    private static final Pattern NAMED = Pattern.compile("`([a-z0-9-]+)`");

    @Test
    void everyCodeThatTheServerAnswersIsListed() throws IOException {
        JsonNode schemas = document().path("components").path("schemas");
        Set<String> listed = new TreeSet<>();
        for (String schema : List.of("Problem", "Fault", "ImportError")) {
            NAMED.matcher(schemas.path(schema)
                            .path("properties")
                            .path("code")
                            .path("description")
                            .asText())
                    .results()
                    .forEach(code -> listed.add(code.group(1)));
        }

        assertThat(listed).isEqualTo(codesInTheSources());
    }

    private static Set<String> codesInTheSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                GIVEN.matcher(Files.readString(source)).results().forEach(code -> codes.add(code.group(1)));
            }
        }
        GIVEN_BY_RULE
                .matcher(Files.readString(Path.of("src", "main", "java", "org", "coterie", "problem", "Faults.java")))
                .results()
                .forEach(code -> codes.add(code.group(1)));
        return codes;
    }

    @Test
    void anIdIsTheSameInAllExamples() throws IOException {
        Map<String, Set<String>> ids = new TreeMap<>();
        document().path("components").path("schemas").properties().forEach(schema -> {
            String own = Introspector.decapitalize(schema.getKey()) + "Id";
            schema.getValue().path("properties").properties().forEach(property -> {
                String name = property.getKey().equals("id") ? own : property.getKey();
                for (JsonNode example : property.getValue().path("examples")) {
                    if (name.endsWith("Id")) {
                        ids.computeIfAbsent(name, none -> new TreeSet<>()).add(example.asText());
                    }
                }
            });
        });
        eachOperation((name, operation) -> {
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("name").asText().endsWith("Id")) {
                    ids.computeIfAbsent(parameter.path("name").asText(), none -> new TreeSet<>())
                            .add(parameter.path("example").asText());
                }
            }
        });

        assertThat(ids).containsKeys("personId", "groupId", "formationId", "importId", "signalId", "tokenId");
        assertThat(ids.values()).allSatisfy(examples -> assertThat(examples).hasSize(1));
    }

    @Test
    void anImportedInterestMayBeAPlainText() throws IOException {
        JsonNode interest = document().at("/components/schemas/ImportedPerson/properties/interests/items/oneOf");

        assertThat(interest.path(0).path("type").asText()).isEqualTo("string");
        assertThat(interest.path(1).path("$ref").asText()).isEqualTo("#/components/schemas/ImportedInterest");
    }

    @Test
    void everyBodyThatGoesInHasAnExample() throws IOException {
        List<String> lacking = new ArrayList<>();
        eachOperation((name, operation) -> operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(content -> {
                    JsonNode media = content.getValue();
                    if (!media.has("examples") && !media.has("example")) {
                        lacking.add(name + " " + content.getKey());
                    }
                }));

        assertThat(lacking).isEmpty();
    }

    @Test
    void everyPropertyIsDescribedWithAnExample() throws IOException {
        List<String> lacking = new ArrayList<>();
        JsonNode schemas = document().path("components").path("schemas");
        schemas.properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> {
                            JsonNode is = property.getValue();
                            String name = schema.getKey() + "." + property.getKey();
                            boolean compound = is.has("$ref")
                                    || is.has("allOf")
                                    || is.has("anyOf")
                                    || is.path("items").has("$ref");
                            if (is.path("description").asText().isBlank() && !is.has("$ref")) {
                                lacking.add(name + " has no description");
                            }
                            if (!compound && !is.has("examples") && !is.has("example") && !is.has("enum")) {
                                lacking.add(name + " has no example");
                            }
                        }));

        assertThat(lacking).isEmpty();
        assertThat(schemas.size()).isGreaterThan(3);
    }

    private void eachOperation(BiConsumer<String, JsonNode> visitor) throws IOException {
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> visitor.accept(
                                entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), entry.getValue())));
    }

    private JsonNode document() throws IOException {
        return json.readTree(given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .asByteArray());
    }
}

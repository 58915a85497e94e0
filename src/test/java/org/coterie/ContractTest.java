package org.coterie;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coterie.accounts.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The document that clients are made from: what is served, what is committed, and whether it says everything. */
@QuarkusTest
@Tag("http")
class ContractTest {

    private static final Path COMMITTED = Path.of("openapi", "openapi.yaml");

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

    /** To YAML 1.1 a bare 18:00 is a number, and a bare date no text. */
    @Test
    void theDocumentSaysTheSameInEveryYaml() throws IOException {
        String committed = Files.readString(COMMITTED);
        String served = ContractDocument.served().root().toString();

        assertThat(new ObjectMapper().writeValueAsString(new Yaml().load(committed)))
                .isEqualTo(served);
        assertThat(new YAMLMapper().readTree(committed).toString()).isEqualTo(served);
    }

    /** A text that need only not be blank may have what is asked for anywhere. */
    @Test
    void everyPatternIsOfTheWholeText() throws IOException {
        List<String> patterns = ContractDocument.served().root().findValuesAsText("pattern");

        assertThat(patterns)
                .hasSizeGreaterThan(5)
                .allMatch(pattern -> pattern.matches("(?s)\\^.*\\$") || pattern.equals("\\S"));
    }

    @Test
    void everyOperationHasAnIdOneTagASummaryAndAProblemForEachFailure() throws IOException {
        List<String> lacking = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        ContractDocument document = ContractDocument.served();
        document.eachOperation((name, operation) -> {
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
                JsonNode said = document.resolved(response.getValue());
                if (said.path("description").asText().isBlank()) {
                    lacking.add(name + " does not describe " + response.getKey());
                }
                if (failure && !said.path("content").has("application/problem+json")) {
                    lacking.add(name + " has no problem body for " + response.getKey());
                }
            });
            for (JsonNode parameter : operation.path("parameters")) {
                if (document.resolved(parameter).path("description").asText().isBlank()) {
                    lacking.add(name + " does not describe parameter " + parameter.path("name"));
                }
            }
        });

        assertThat(lacking).isEmpty();
        assertThat(ids).hasSizeGreaterThan(5);
    }

    /** Swagger UI shows them so. */
    @Test
    void theSectionsComeInTheOrderInWhichTheyAreNeeded() throws IOException {
        assertThat(ContractDocument.served().root().path("tags"))
                .extracting(section -> section.path("name").asText())
                .containsExactlyElementsOf(CoterieApi.SECTIONS);
    }

    /** Where not all of a section is, the summary says so. */
    @Test
    void whatIsForTheOperatorAloneIsToldAsThat() throws IOException {
        Set<String> forTheOperator = new ClassFileImporter()
                .importPath(Path.of("target", "classes", "org", "coterie")).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Operation.class))
                        .filter(method -> method.tryGetAnnotationOfType(RolesAllowed.class)
                                .or(() -> method.getOwner().tryGetAnnotationOfType(RolesAllowed.class))
                                .filter(roles -> List.of(roles.value()).equals(List.of(Role.OPERATOR)))
                                .isPresent())
                        .map(method ->
                                method.getAnnotationOfType(Operation.class).operationId())
                        .collect(Collectors.toSet());
        Set<String> theirs = Set.of("Formations", "Imports", "Webhooks");
        List<String> untold = new ArrayList<>();
        ContractDocument.served().eachOperation((name, operation) -> {
            boolean told = operation.path("summary").asText().endsWith("(operator)")
                    || theirs.contains(operation.at("/tags/0").asText());
            if (told != forTheOperator.contains(operation.path("operationId").asText())) {
                untold.add(name);
            }
        });

        assertThat(forTheOperator).hasSizeGreaterThan(15);
        assertThat(untold).isEmpty();
    }

    /** The changelog ends with which document it tells of, so that nobody changes one without the other in mind. */
    @Test
    void whatChangesForClientsIsInTheChangelog() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(COMMITTED));
        String document = HexFormat.of().formatHex(digest, 0, 8);

        assertThat(Files.readString(Path.of("src", "docs", "CHANGELOG.md")))
                .as("say in the changelog what changes for whoever uses the API, then end it with this line")
                .endsWith("<!-- tells of openapi.yaml %s -->\n".formatted(document));
    }

    @Test
    void whatIsServedIsDescribedAndTheReverse() throws IOException {
        Set<String> described = new TreeSet<>();
        ContractDocument.served().eachOperation((name, operation) -> described.add(name));

        assertThat(described).isEqualTo(served());
    }

    private static Set<String> served() {
        Set<String> served = new TreeSet<>();
        new ClassFileImporter()
                .importPath(Path.of("target", "classes", "org", "coterie")).stream()
                        .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .forEach(type -> type.getMethods()
                                .forEach(method -> method.getAnnotations().stream()
                                        .flatMap(annotation ->
                                                annotation
                                                        .getRawType()
                                                        .tryGetAnnotationOfType(HttpMethod.class)
                                                        .stream())
                                        .forEach(verb -> served.add(verb.value() + " "
                                                + (pathOf(type) + pathOf(method)).replaceAll("/+", "/")))));
        return served;
    }

    private static String pathOf(HasAnnotations<?> resource) {
        return resource.tryGetAnnotationOfType(jakarta.ws.rs.Path.class)
                .map(path -> "/" + path.value())
                .orElse("");
    }

    /** Of people there are more than one. */
    @Test
    void anIdIsTheSameInAllExamples() throws IOException {
        Map<String, Set<String>> ids = new TreeMap<>();
        ContractDocument.served().schemas().properties().forEach(schema -> {
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
        ContractDocument.served().eachOperation((name, operation) -> {
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("name").asText().endsWith("Id")) {
                    ids.computeIfAbsent(parameter.path("name").asText(), none -> new TreeSet<>())
                            .add(parameter.path("example").asText());
                }
            }
        });

        ids.remove("personId");
        assertThat(ids).containsKeys("groupId", "formationId", "importId", "signalId", "tokenId");
        assertThat(ids.values()).allSatisfy(examples -> assertThat(examples).hasSize(1));
    }

    /** A client of today is told of types of tomorrow. */
    @Test
    void anEventMayBeOfATypeThatThereIsNotYet() throws IOException {
        JsonNode schemas = ContractDocument.served().schemas();
        JsonNode type = schemas.at("/Event/properties/type");

        assertThat(type.path("type").asText()).isEqualTo("string");
        assertThat(type.has("$ref") || type.has("enum")).isFalse();
        assertThat(type.path("x-extensible-enum")).isEqualTo(schemas.at("/EventType/enum"));
    }

    @Test
    void everyEventTellsWhatEachAnswerToItMeans() throws IOException {
        JsonNode webhooks = ContractDocument.served().root().path("webhooks");

        assertThat(webhooks.size()).isGreaterThan(5);
        assertThat(webhooks).allSatisfy(webhook -> {
            JsonNode answers = webhook.at("/post/responses");
            assertThat(answers.fieldNames()).toIterable().containsExactly("204", "410", "default");
            assertThat(answers.at("/204/description").asText()).contains("2xx");
            assertThat(answers.at("/410/description").asText()).contains("disabled");
            assertThat(answers.at("/default/description").asText()).contains("429", "5xx", "3xx");
            assertThat(answers.at("/default/headers").has("Retry-After")).isTrue();
            assertThat(answers.toString()).doesNotContain("RateLimit");
        });
    }

    /** Generated clients send a default by themselves, and so what nobody has said: over what was there before. */
    @Test
    void nothingInABodyHasADefault() throws IOException {
        assertThat(ContractDocument.served().schemas().findParents("default")).isEmpty();
    }

    @Test
    void whatDependsOnTheRestOfABodyIsToldAsThat() throws IOException {
        JsonNode schemas = ContractDocument.served().schemas();

        for (String schema : List.of("NewGroup", "NewFormation")) {
            for (String size : List.of("minSize", "maxSize")) {
                JsonNode told = schemas.at("/%s/properties/%s".formatted(schema, size));
                assertThat(told.path("description").asText())
                        .contains(
                                size.equals("minSize")
                                        ? "`maxSize` where that is less"
                                        : "`minSize` where that is more");
            }
        }
    }

    @Test
    void anImportedInterestMayBeAPlainText() throws IOException {
        JsonNode interest = ContractDocument.served().schemas().at("/ImportedPerson/properties/interests/items/oneOf");

        assertThat(interest.path(0).path("type").asText()).isEqualTo("string");
        assertThat(interest.path(1).path("$ref").asText()).isEqualTo("#/components/schemas/ImportedInterest");
    }

    @Test
    void everyValueOfAListOfValuesIsDescribed() throws IOException {
        List<String> lacking = new ArrayList<>();
        ContractDocument.served().schemas().properties().forEach(schema -> {
            String description = schema.getValue().path("description").asText();
            for (JsonNode value : schema.getValue().path("enum")) {
                if (!description.contains("`" + value.asText() + "`")) {
                    lacking.add(schema.getKey() + "." + value.asText());
                }
            }
        });

        assertThat(lacking).isEmpty();
    }

    @Test
    void everyBodyThatGoesInHasAnExample() throws IOException {
        List<String> lacking = new ArrayList<>();
        ContractDocument.served()
                .eachOperation((name, operation) -> operation
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
    void everyObjectIsDescribed() throws IOException {
        List<String> lacking = new ArrayList<>();
        ContractDocument.served().schemas().properties().forEach(schema -> {
            if (schema.getValue().path("type").asText().equals("object")
                    && schema.getValue().path("description").asText().isBlank()) {
                lacking.add(schema.getKey());
            }
        });

        assertThat(lacking).isEmpty();
    }

    @Test
    void everyPropertyIsDescribedWithAnExample() throws IOException {
        List<String> lacking = new ArrayList<>();
        JsonNode schemas = ContractDocument.served().schemas();
        schemas.properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> {
                            JsonNode is = property.getValue();
                            String name = schema.getKey() + "." + property.getKey();
                            if (is.path("description").asText().isBlank()) {
                                lacking.add(name + " has no description");
                            }
                            if (is.path("examples").isEmpty()) {
                                lacking.add(name + " has no example");
                            }
                        }));

        assertThat(lacking).isEmpty();
        assertThat(schemas.size()).isGreaterThan(3);
    }
}

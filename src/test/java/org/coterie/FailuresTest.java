package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the contract tells of failures, and tells the truth. */
@QuarkusTest
@Tag("http")
class FailuresTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "coterie");

    @Test
    void everyOperationTellsOfWhatCanHappenToAnyRequest() throws IOException {
        Map<String, String> always = Map.of(
                "400", "invalid-address",
                "406", "not-acceptable",
                "408", "body-too-slow",
                "413", "body-too-large",
                "414", "address-too-long",
                "429", "too-many-requests",
                "431", "headers-too-large",
                "500", "internal-error",
                "503", "database-away");
        ContractDocument document = ContractDocument.served();
        List<String> lacking = new ArrayList<>();
        document.eachOperation((name, operation) -> always.forEach((status, code) -> {
            JsonNode said = document.resolved(operation.path("responses").path(status));
            if (!said.path("description").asText().contains("`" + code + "`")) {
                lacking.add(name + " does not tell of " + code);
            }
        }));

        assertThat(lacking).isEmpty();
    }

    @Test
    void whatReadsNoBodyTellsThatOneIsRefused() throws IOException {
        ContractDocument document = ContractDocument.served();
        List<String> lacking = new ArrayList<>();
        document.eachOperation((name, operation) -> {
            JsonNode said = document.resolved(operation.path("responses").path("400"));
            if (!operation.has("requestBody")
                    && !said.path("description").asText().contains("`invalid-input`")) {
                lacking.add(name);
            }
        });

        assertThat(lacking).isEmpty();
    }

    @Test
    void everyFailureIsShownAsItIsAnswered() throws IOException {
        ContractDocument document = ContractDocument.served();
        List<String> untrue = new ArrayList<>();
        document.eachOperation((name, operation) -> operation
                .path("responses")
                .properties()
                .forEach(response -> {
                    JsonNode said = document.resolved(response.getValue());
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

    private static String pathIn(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "401, WWW-Authenticate, string",
        "429, RateLimit, string",
        "429, Retry-After, integer",
        "503, Retry-After, integer"
    })
    void anAnswerDeclaresTheHeaderThatItCarries(String status, String header, String type) throws IOException {
        ContractDocument document = ContractDocument.served();
        List<String> lacking = new ArrayList<>();
        document.eachOperation((name, operation) -> {
            JsonNode response = operation.path("responses").path(status);
            JsonNode said = document.resolved(
                    document.resolved(response).path("headers").path(header));
            if (!response.isMissingNode()
                    && (said.path("description").asText().isBlank()
                            || !said.path("schema").path("type").asText().equals(type))) {
                lacking.add(name + " " + status + " " + said);
            }
        });

        assertThat(lacking).isEmpty();
    }

    /** Wherever the code gives a problem or a fault the key of its text, as the first word of that kind: a code begins it. */
    private static final Pattern GIVEN = Pattern.compile(
            "(?:(?:new Problem|Problem\\.invalid|new Fault|new Forbidden|answer|refusal\\.send|findings\\.add|String message)\\(|MESSAGE =)[^;]*?\"([a-z]+(?:-[a-z0-9]+)*)(?:\\.[a-z0-9-]*)?\"");

    private static final Pattern NAMED = Pattern.compile("`([a-z0-9-]+)`");

    @Test
    void everyCodeThatTheServerAnswersIsListed() throws IOException {
        JsonNode schemas = ContractDocument.served().schemas();
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
        GIVEN.matcher(sources()).results().forEach(code -> codes.add(code.group(1)));
        return codes;
    }

    @Test
    void everyExampleNamesWhatItIsAbout() throws IOException {
        ContractDocument document = ContractDocument.served();
        Set<String> lacking = new TreeSet<>();
        document.eachOperation((name, operation) -> operation.path("responses").forEach(response -> {
            JsonNode example = document.resolved(response).at("/content/application~1problem+json/example");
            if (example.path("detail").asText().contains("{")) {
                lacking.add(name + ": " + example);
            }
        }));

        assertThat(lacking).isEmpty();
    }

    /** All of them, but for those that make the examples. */
    private static String sources() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                if (!source.endsWith("Failures.java")) {
                    all.append(Files.readString(source));
                }
            }
        }
        return all.toString();
    }
}

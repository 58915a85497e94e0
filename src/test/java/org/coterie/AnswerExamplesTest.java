package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the document shows of each answer: one as a whole, that could be one. */
@QuarkusTest
@Tag("http")
class AnswerExamplesTest {

    /** Of an operation, in one of its formats. */
    private record Shown(String operation, JsonNode parameters, JsonNode schema, List<JsonNode> examples) {}

    private static List<Shown> shown() throws IOException {
        ContractDocument document = ContractDocument.served();
        List<Shown> shown = new ArrayList<>();
        document.eachOperation((name, operation) -> operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .flatMap(response -> document.resolved(response).path("content").properties().stream())
                .forEach(content -> shown.add(new Shown(
                        name + " " + content.getKey(),
                        operation.path("parameters"),
                        content.getValue().path("schema"),
                        examples(document, content.getValue())))));
        return shown;
    }

    private static List<JsonNode> examples(ContractDocument document, JsonNode media) {
        return media.path("examples").properties().stream()
                .map(example -> document.resolved(example.getValue()).path("value"))
                .toList();
    }

    @Test
    void everyAnswerIsShownAsAWhole() throws IOException {
        assertThat(shown())
                .hasSizeGreaterThan(80)
                .allSatisfy(answer -> assertThat(answer.examples)
                        .as(answer.operation)
                        .isNotEmpty()
                        .noneMatch(JsonNode::isEmpty));
    }

    @Test
    void whatIsShownIsAsItIsDescribed() throws IOException {
        shown().forEach(answer ->
                answer.examples.forEach(example -> DocumentedAnswers.expectAsDescribed(example, answer.schema)));
    }

    /** Whoever asks by the example of an id, or a tag, is shown what they ask for; a row of a list is another's. */
    @Test
    void whatIsAskedForIsWhatIsShown() throws IOException {
        List<String> asked = new ArrayList<>();
        shown().stream()
                .filter(answer -> answer.operation.endsWith(" application/json"))
                .forEach(answer -> answer.parameters.forEach(parameter -> {
                    String name = parameter.path("name").asText();
                    JsonNode example = answer.examples.get(0);
                    if (parameter.path("in").asText().equals("path") && example.has(name)) {
                        asked.add(name);
                        assertThat(example.path(name))
                                .as("%s in %s", name, answer.operation)
                                .isEqualTo(parameter.path("example"));
                    }
                }));

        assertThat(asked).contains("personId", "tag", "language", "code");
    }

    @Test
    void onePersonHasOneId() throws IOException {
        Map<String, Set<String>> ids = new TreeMap<>();
        Map<String, Set<String>> handles = new TreeMap<>();
        within(part -> {
            String handle = part.path("handle").asText();
            Stream.of("id", "personId")
                    .map(part::path)
                    .filter(JsonNode::isTextual)
                    .forEach(id -> {
                        ids.computeIfAbsent(handle, none -> new TreeSet<>()).add(id.asText());
                        handles.computeIfAbsent(id.asText(), none -> new TreeSet<>())
                                .add(handle);
                    });
        });
        ids.remove("");

        assertThat(ids)
                .containsKeys("ada", "grace")
                .allSatisfy((handle, of) -> assertThat(of)
                        .as(handle)
                        .hasSize(1)
                        .allSatisfy(id -> assertThat(handles.get(id)).containsExactly(handle)));
    }

    @Test
    void aGroupHasTheMembersThatItsStateSays() throws IOException {
        Set<String> states = new TreeSet<>();
        within(part -> {
            if (part.has("memberCount")) {
                int active = part.path("activeCount").asInt();
                boolean formed = active >= part.path("minSize").asInt();
                states.add(part.path("state").asText());
                assertThat(part.path("state").asText()).as(part.toString()).isEqualTo(formed ? "ACTIVE" : "PROPOSED");
                assertThat(part.path("memberCount").asInt()).as(part.toString()).isGreaterThanOrEqualTo(active);
            }
        });

        assertThat(states).containsExactly("ACTIVE", "PROPOSED");
    }

    /** The parts of a reason are all of it. */
    @Test
    void whatIsSharedAddsUpToTheAffinity() throws IOException {
        List<JsonNode> reasons = new ArrayList<>();
        within(part -> {
            if (part.has("affinity") && part.has("because")) {
                double sum = 0;
                for (JsonNode reason : part.path("because")) {
                    sum += reason.path("contribution").asDouble();
                }
                reasons.add(part);
                assertThat(part.path("affinity").asDouble()).as(part.toString()).isEqualTo(sum);
            }
        });

        assertThat(reasons).isNotEmpty();
    }

    /** Shows every object in every example. */
    private static void within(Consumer<JsonNode> visitor) throws IOException {
        shown().forEach(answer -> answer.examples.forEach(example -> descend(example, visitor)));
    }

    private static void descend(JsonNode part, Consumer<JsonNode> visitor) {
        if (part.isObject()) {
            visitor.accept(part);
        }
        part.forEach(inner -> descend(inner, visitor));
    }
}

package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.unique;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.coterie.tags.NearWordsTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A word with two senses, kept apart by what else people care about; with the model. */
@QuarkusTest
@TestProfile(NearWordsTest.WithTheModel.class)
@Tag("http")
class SensesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> CODING =
            List.of("numpy", "data science", "machine learning", "web development", "jupyter notebooks");
    private static final List<String> REPTILES =
            List.of("terrariums", "lizards", "exotic pets", "herpetology", "geckos");

    /** Somebody who says a word beside some of these others. */
    private static Somebody who(String word, List<String> others, int i) {
        Somebody somebody = join(unique("p"));
        Stream<String> some = others.stream().filter(other -> others.indexOf(other) != i % others.size());
        somebody.caresAbout(Stream.concat(Stream.of(word), some).toArray(String[]::new));
        return somebody;
    }

    private static List<JsonNode> near(Somebody somebody, String word) {
        return near(somebody, word, 5);
    }

    private static List<JsonNode> near(Somebody somebody, String word, int limit) {
        List<JsonNode> items = new ArrayList<>();
        json(somebody.asks()
                        .queryParam("limit", limit)
                        .get("/v1/tags/{tag}/near", word)
                        .asString())
                .path("items")
                .forEach(items::add);
        return items;
    }

    private static boolean isNear(List<JsonNode> near, String tag) {
        return near.stream().anyMatch(one -> one.path("tag").asText().equals(tag));
    }

    private static double confidence(List<JsonNode> near, String tag) {
        return near.stream()
                .filter(one -> one.path("tag").asText().equals(tag))
                .findFirst()
                .orElseThrow()
                .path("confidence")
                .asDouble();
    }

    @Test
    void aWordWithTwoSensesIsNearInTheSenseThatSomebodyMeans() {
        List<Somebody> coders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            coders.add(who("Python", CODING, i));
        }
        Somebody stranger = join("stranger");
        for (int i = 0; i < 4; i++) {
            who("Pythons", REPTILES, i);
        }
        await().atMost(PATIENCE).until(() -> isNear(near(stranger, "python"), "pythons"));
        await().atMost(PATIENCE).until(() -> confidence(near(stranger, "python"), "pythons") < 0.5);
        Somebody keeper = who("Python", REPTILES, 4);

        // what the words beside it mean is found out in the background
        await().atMost(PATIENCE)
                .until(() -> near(keeper, "python").get(0).path("tag").asText().equals("pythons"));
        await().atMost(PATIENCE).until(() -> nearlySaid(keeper).contains("pythons"));
        List<JsonNode> asCoder = near(coders.get(0), "python");
        assertThat(asCoder.get(asCoder.size() - 1).path("tag").asText()).isEqualTo("pythons");
        join("newcomer").caresAbout("Python course");
        await().atMost(PATIENCE).until(() -> isNear(near(stranger, "python"), "python-course"));
        assertThat(near(coders.get(0), "python", 1))
                .extracting(one -> one.path("tag").asText())
                .containsExactly("python-course");

        for (Somebody coder : coders) {
            assertThat(nearlySaid(coder)).doesNotContain("pythons");
        }

        MeetingAgainTest.form("{}");

        for (Somebody coder : coders) {
            JsonNode groups = json(coder.asks().get("/v1/people/me/groups").asString());
            assertThat(groups.path("items")).isNotEmpty();
            assertThat(groups.toString()).doesNotContain("pythons");
        }
    }

    /** The tags by which people or groups are suggested to somebody who says another word. */
    private static Set<String> nearlySaid(Somebody somebody) {
        Set<String> tags = new HashSet<>();
        JsonNode all = json(somebody.asks()
                .queryParam("limit", 20)
                .get("/v1/people/me/suggestions")
                .asString());
        for (String kind : List.of("groups", "people")) {
            all.path(kind)
                    .forEach(one -> one.path("because").forEach(reason -> {
                        if (reason.has("saidAs")) {
                            tags.add(reason.path("tag").asText());
                        }
                    }));
        }
        return tags;
    }
}

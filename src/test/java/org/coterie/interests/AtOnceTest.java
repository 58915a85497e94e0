package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coterie.Door.Somebody;
import org.coterie.Together;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class AtOnceTest {

    private static final int PEOPLE = 12;

    @Test
    void severalMayCoinTheSameWordsAtOnce() throws Exception {
        List<String> words = IntStream.range(0, 8)
                .mapToObj(i -> unique("new word"))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Somebody> people =
                IntStream.range(0, PEOPLE).mapToObj(i -> join("p")).toList();

        List<Integer> statuses = Together.all(people.stream()
                .map(somebody -> {
                    Collections.shuffle(words);
                    return replacing(somebody, List.copyOf(words));
                })
                .toList());

        assertThat(statuses).containsOnly(200);
        for (String word : words) {
            people.get(0)
                    .asks()
                    .get("/v1/tags/{tag}", word)
                    .then()
                    .statusCode(200)
                    .body(at("$.holders", equalTo(PEOPLE)));
        }
    }

    @Test
    void whoReplacesTheirSetTwiceAtOnceHasOneOfTheTwo() throws Exception {
        Somebody ada = join("ada");
        ada.caresAbout("knitting", "chess", "kites");
        List<Set<String>> sets = IntStream.range(0, 6)
                .mapToObj(i -> Set.of("chess", unique("a"), unique("b"), unique("c")))
                .toList();

        List<Integer> statuses = Together.all(
                sets.stream().map(set -> replacing(ada, List.copyOf(set))).toList());

        assertThat(statuses).containsOnly(200);
        List<String> left =
                ada.asks().get("/v1/people/me/interests").then().extract().path("items.tag");
        assertThat(sets).contains(Set.copyOf(left));
    }

    @Test
    void whoSaysTheSameAllAtOnceHasItOnce() throws Exception {
        Somebody ada = join("ada");
        String word = unique("echo");

        List<Callable<Integer>> requests = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            requests.add(() ->
                    ada.asks().body("{}").put("/v1/people/me/interests/" + word).statusCode());
            requests.add(() -> ada.asks()
                    .body(Map.of("text", "#" + word))
                    .post("/v1/people/me/signals")
                    .statusCode());
        }

        assertThat(Together.all(requests)).containsOnly(200, 201);
        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[*].tag", contains(word)));
    }

    @Test
    void whoSpeaksWhileTheyLeaveLeavesNothingBehind() throws Exception {
        String word = unique("farewell");
        Somebody reader = join("reader");
        for (int round = 0; round < 8; round++) {
            Somebody ada = join("ada");
            List<Callable<Integer>> requests = new ArrayList<>();
            requests.add(() -> ada.asks().delete("/v1/people/me").statusCode());
            requests.add(replacing(ada, List.of(word, unique("last"))));
            requests.add(() -> ada.asks()
                    .body(Map.of("text", "One more #" + word))
                    .post("/v1/people/me/signals")
                    .statusCode());

            assertThat(Together.all(requests)).first().isEqualTo(204);
        }

        reader.asks().get("/v1/tags/" + word).then().statusCode(404);
        assertThat(Interest.count("personId not in (select p.id from Person p)"))
                .isZero();
    }

    private static Callable<Integer> replacing(Somebody somebody, List<String> tags) {
        var interests = tags.stream().map(tag -> Map.of("tag", tag)).toList();
        return () -> somebody.asks()
                .body(Map.of("interests", interests))
                .put("/v1/people/me/interests")
                .statusCode();
    }
}

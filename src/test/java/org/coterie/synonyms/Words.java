package org.coterie.synonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coterie.Door.Somebody;
import org.jspecify.annotations.Nullable;

/** Two tags becoming one, over HTTP. */
final class Words {

    static final String PATH = "/v1/synonyms";

    private static final Set<String> MOVING = Set.of("AGREED", "MERGING", "UNDOING");

    private Words() {}

    static Map<String, String> pair(String tag, String sameAs, @Nullable String language) {
        Map<String, String> body = new HashMap<>(Map.of("tag", tag, "sameAs", sameAs));
        if (language != null) {
            body.put("language", language);
        }
        return body;
    }

    static ValidatableResponse propose(Somebody person, String tag, String sameAs) {
        return person.asks().body(pair(tag, sameAs, null)).post(PATH).then();
    }

    static String proposed(Somebody person, String tag, String sameAs) {
        return id(propose(person, tag, sameAs).statusCode(201));
    }

    static String id(ValidatableResponse answer) {
        return json(answer.extract().asString()).path("id").asText();
    }

    static ValidatableResponse say(Somebody person, String id, boolean agrees) {
        return person.asks()
                .body(Map.of("agrees", agrees))
                .put(PATH + "/{id}/voices/me", id)
                .then();
    }

    static JsonNode read(String id) {
        return json(operator()
                .get(PATH + "/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** Waits until nothing is to be moved any more. */
    static JsonNode settled(String id, String state) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !MOVING.contains(read(id).path("state").asText()));
        JsonNode synonym = read(id);
        assertThat(synonym.path("state").asText()).as(synonym.toString()).isEqualTo(state);
        return synonym;
    }

    /** The operator says that two tags are one, and it is waited for. */
    static String merged(String tag, String sameAs) {
        String id =
                id(operator().body(pair(tag, sameAs, null)).post(PATH).then().statusCode(202));
        settled(id, "MERGED");
        return id;
    }

    static void undone(String id) {
        operator().delete(PATH + "/{id}", id).then().statusCode(202);
        settled(id, "UNDONE");
    }

    static List<Somebody> holders(int howMany, String tag) {
        List<Somebody> holders = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            Somebody holder = join("holder");
            holder.caresAbout(tag);
            holders.add(holder);
        }
        return holders;
    }

    /** Everything that somebody reads of what they care about. */
    static JsonNode interests(Somebody person) {
        return json(person.asks()
                .get("/v1/people/me/interests")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    static List<String> tags(Somebody person) {
        return interests(person).findValuesAsText("tag");
    }
}

package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an app shows first, in one call. */
@QuarkusTest
@Tag("http")
class HomeTest {

    private static final String HOME = "/v1/home";

    private static JsonNode read(Somebody who, String path) {
        return json(who.asks().get(path).then().statusCode(200).extract().asString());
    }

    @Test
    void whoHasJustJoinedFindsThemselvesAndNothingElse() {
        var ada = join("ada");

        JsonNode home = read(ada, HOME);

        assertThat(home.path("me")).isEqualTo(read(ada, "/v1/people/me"));
        assertThat(home.path("invitations")).isEmpty();
        assertThat(home.path("groups")).isEmpty();
        assertThat(home.path("suggestedGroups")).isEmpty();
        assertThat(home.path("suggestedPeople")).isEmpty();
        assertThat(home.has("lastEventId")).isFalse();
        operator().get(HOME).then().statusCode(403);
    }

    @Test
    void whatWaitsAndWhatSuitsIsThereAndEventsGoOnFromIt() {
        String tag = unique("cornetto");
        var ada = join("ada");
        ada.caresAbout(tag);
        var others = List.of(join("bob"), join("cem"));
        others.forEach(other -> other.caresAbout(tag));
        await().until(() -> read(ada, HOME).has("lastEventId"));

        JsonNode home = read(ada, HOME);
        JsonNode invited = read(ada, "/v1/people/me/groups?state=INVITED").path("items");
        assertThat(home.path("invitations")).hasSize(1);
        assertThat(home.at("/invitations/0/groupId")).isEqualTo(invited.at("/0/group/id"));
        assertThat(home.at("/invitations/0/name")).isEqualTo(invited.at("/0/group/name"));
        assertThat(home.at("/invitations/0/tags")).isEqualTo(invited.at("/0/group/purpose/tags"));
        assertThat(home.at("/invitations/0/sentence")).isEqualTo(invited.at("/0/sentence"));
        String place = "/v1/groups/" + invited.at("/0/group/id").asText() + "/members/me";
        others.forEach(other -> other.asks().put(place).then().statusCode(200));
        ada.asks().put(place).then().statusCode(200);

        JsonNode later = read(ada, HOME);
        assertThat(later.path("invitations")).isEmpty();
        assertThat(later.path("groups")).hasSize(1);
        assertThat(later.at("/groups/0/state").asText()).isEqualTo("ACTIVE");
        String since = "/v1/events?after=" + home.path("lastEventId").asText();
        await().until(() -> read(ada, since).path("items").toString().contains("group.activated"));
    }

    @Test
    void itStaysUnderThirtyKilobytesWithMuchOfEverythingAndLong() {
        var ada = join(Map.of(
                "handle", unique("ada" + "a".repeat(30)),
                "displayName", "A".repeat(80),
                "languages", List.of("en", "de", "fr", "es", "nb"),
                "timeZone", "Europe/London"));
        String[] tags = IntStream.range(0, 100)
                .mapToObj(i -> unique("a-tag-that-is-rather-long-and-says-little"))
                .toArray(String[]::new);
        ada.caresAbout(tags);
        var bob = join("bob");
        bob.caresAbout(tags);
        IntStream.range(0, 12).mapToObj(i -> join("c".repeat(40) + i)).forEach(other -> other.caresAbout(tags));
        begin(ada, 8, tags);
        bob.asks().put("/v1/people/me/companions/" + ada.id()).then().statusCode(204);
        ada.asks().put("/v1/people/me/companions/" + bob.id()).then().statusCode(204);
        begin(bob, 5, tags);

        byte[] home = ada.asks().get(HOME).then().statusCode(200).extract().asByteArray();

        JsonNode shown = json(new String(home, StandardCharsets.UTF_8));
        assertThat(shown.path("groups")).hasSize(5);
        assertThat(shown.path("invitations")).hasSize(3);
        assertThat(shown.path("suggestedPeople")).hasSize(3);
        assertThat(home.length).isLessThan(30_000);
    }

    private static void begin(Somebody founder, int many, String... tags) {
        for (int i = 0; i < many; i++) {
            var purpose =
                    Map.of("statement", "s".repeat(500), "tags", List.of(tags).subList(0, 5));
            founder.asks()
                    .body(Map.of("name", "n".repeat(120), "purpose", purpose))
                    .post("/v1/groups")
                    .then()
                    .statusCode(201);
        }
    }
}

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
import java.util.stream.Collectors;
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
        assertThat(home.at("/invitations/0/labels"))
                .isEqualTo(invited.at("/0/group/purpose/labels"))
                .hasSize(1);
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
        beginMany(ada, 8, tags);
        bob.asks().put("/v1/people/me/companions/" + ada.id()).then().statusCode(204);
        ada.asks().put("/v1/people/me/companions/" + bob.id()).then().statusCode(204);
        beginMany(bob, 5, tags);

        byte[] home = ada.asks().get(HOME).then().statusCode(200).extract().asByteArray();

        JsonNode shown = json(new String(home, StandardCharsets.UTF_8));
        assertThat(shown.path("groups")).hasSize(5);
        assertThat(shown.path("invitations")).hasSize(3);
        assertThat(shown.path("suggestedPeople")).hasSize(3);
        assertThat(home.length).isLessThan(30_000);
    }

    @Test
    void itStaysUnderThirtyKilobytesHoweverLongAllIsThatItNames() {
        String[] tags = IntStream.range(0, 60).mapToObj(HomeTest::word).toArray(String[]::new);
        String name = word(900) + word(901).substring(0, 32);
        for (int n = 0; n < 9; n++) {
            int first = 40 + 5 * (n / 3);
            join(Map.of("handle", unique("cem"), "displayName", name))
                    .caresAbout(List.of(tags).subList(first, first + 5).toArray(String[]::new));
        }
        var ada = join(Map.of(
                "handle", unique("ada"),
                "displayName", name,
                "languages", List.of("en", "de", "fr", "es", "nb", "it", "pt", "nl", "sv", "da")));
        var friend = join(Map.of("handle", unique("bob"), "displayName", name));
        List.of(ada, friend).forEach(one -> one.caresAbout(tags));
        friend.asks().put("/v1/people/me/companions/" + ada.id()).then().statusCode(204);
        ada.asks().put("/v1/people/me/companions/" + friend.id()).then().statusCode(204);
        for (int n = 0; n < 8; n++) {
            begin(
                    n < 3 ? friend : ada,
                    n,
                    List.of(tags).subList(5 * n, 5 * n + 5).toArray(String[]::new));
        }
        ada.asks()
                .body(Map.of(
                        "timeZone",
                        "America/Argentina/ComodRivadavia",
                        "matching",
                        Map.of(
                                "availability",
                                times(),
                                "notTheOnlyOneWith",
                                List.of(tags).subList(0, 3))))
                .patch("/v1/people/me")
                .then()
                .statusCode(200);

        for (String language : List.of("en", "de", "fr", "es", "nb")) {
            byte[] home = ada.asks()
                    .header("Accept-Language", language)
                    .get(HOME)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();

            JsonNode shown = json(new String(home, StandardCharsets.UTF_8));
            assertThat(shown.path("invitations")).isNotEmpty();
            assertThat(shown.path("groups").size()).isBetween(2, 5);
            assertThat(home.length).as(language).isBetween(15_000, 30_000);
        }
    }

    /** 64 letters of four bytes each. */
    private static String word(int number) {
        return IntStream.range(0, 64)
                .mapToObj(i -> Character.toString(0x28000 + (number * 97 + i * 13) % 8_000))
                .collect(Collectors.joining());
    }

    private static List<Map<String, String>> times() {
        List<String> days = List.of("WEDNESDAY", "THURSDAY", "SATURDAY", "SUNDAY", "TUESDAY");
        return IntStream.range(0, 50)
                .mapToObj(i -> Map.of(
                        "day",
                        days.get(i % 5),
                        "from",
                        "%02d:00".formatted(2 * (i / 5)),
                        "to",
                        "%02d:30".formatted(2 * (i / 5) + 1)))
                .toList();
    }

    private static void begin(Somebody founder, int number, String[] tags) {
        var purpose = Map.of("statement", "x", "tags", List.of(tags));
        founder.asks()
                .body(Map.of("name", word(100 + number).repeat(2).substring(0, 240), "purpose", purpose))
                .post("/v1/groups")
                .then()
                .statusCode(201);
    }

    private static void beginMany(Somebody founder, int many, String... tags) {
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

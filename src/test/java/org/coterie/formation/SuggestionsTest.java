package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.tags.Tags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class SuggestionsTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Tags tags;

    @Inject
    ObjectMapper json;

    private JsonNode suggestions(Somebody somebody) throws Exception {
        String body = somebody.asks()
                .get("/v1/people/me/suggestions?limit=20")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return json.readTree(body);
    }

    private static void assertThatReasonsSumToTheAffinity(JsonNode suggestion) {
        double sum = StreamSupport.stream(suggestion.path("because").spliterator(), false)
                .mapToDouble(reason -> reason.path("contribution").asDouble())
                .sum();
        assertThat(suggestion.path("affinity").asDouble())
                .isCloseTo(sum, within(1e-9))
                .isBetween(0.0, 1.0);
        assertThat(suggestion.path("sentence").asText().split("\\s+")).hasSizeBetween(4, 25);
    }

    @Test
    void whoHasSaidNothingIsToldNothing() {
        join("ada")
                .asks()
                .get("/v1/people/me/suggestions")
                .then()
                .statusCode(200)
                .body(at("$.groups", empty()))
                .body(at("$.people", empty()))
                .body(at("$.waiting", nullValue()));
    }

    @Test
    void whoSaysNothingAnyMoreStillReadsWhatTheyAreInvitedTo() {
        String tag = unique("faded");
        List<Somebody> people = IntStream.range(0, 3).mapToObj(i -> join("ada")).toList();
        people.forEach(one -> one.caresAbout(tag));
        var ada = people.get(0);
        String group = ada.asks().get("/v1/people/me/groups").path("items[0].group.id");

        ada.asks().delete("/v1/people/me/interests/" + tag).then().statusCode(204);

        ada.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .statusCode(200)
                .body(at("$.groups[*].group.id", contains(group)))
                .body(at("$.groups[0].invited", equalTo(true)))
                .body(at("$.groups[0].affinity", equalTo(0.0)))
                .body(at("$.groups[0].because", empty()))
                .body(at("$.groups[0].sentence", equalTo("You were invited for what you cared about then.")))
                .body(at("$.people", empty()));
    }

    @Test
    void oneRareTagOutranksFiveCommonOnes() throws Exception {
        List<String> common =
                IntStream.range(0, 5).mapToObj(i -> unique("common")).toList();
        String rare = unique("rare");
        var crowd = new Crowd();
        for (int i = 0; i < 898; i++) {
            crowd.add("many", common);
        }
        for (int i = 0; i < 100; i++) {
            crowd.add("other", List.of(unique("own")));
        }
        String soulmate = crowd.add("soulmate", List.of(rare));
        crowd.arrive(database, tags);
        var ada = join("ada");
        List<String> mine = new ArrayList<>(common);
        mine.add(rare);
        ada.caresAbout(mine.toArray(String[]::new));

        JsonNode people = suggestions(ada).path("people");

        assertThat(people.path(0).path("person").path("handle").asText()).isEqualTo(soulmate);
        assertThat(people.path(0).path("because").path(0).path("tag").asText()).isEqualTo(rare);
        assertThat(people.path(0).path("because").path(0).path("holders").asText())
                .isEqualTo("<3");
        assertThat(people.path(0).path("sentence").asText()).contains(rare).contains("under 3 of ");
        assertThat(people.path(0).path("affinity").asDouble())
                .isGreaterThan(people.path(1).path("affinity").asDouble());
        people.forEach(SuggestionsTest::assertThatReasonsSumToTheAffinity);
    }

    @Test
    void everySuggestionSumsUp() throws Exception {
        String one = unique("one");
        String two = unique("two");
        String three = unique("three");
        var ada = join("ada");
        ada.caresAbout(one, two, three);
        join("grace").caresAbout(one, two);
        join("joan").caresAbout(one, two, unique("own"));
        join("mary").caresAbout(three, one);

        JsonNode all = suggestions(ada);

        assertThat(all.path("groups")).isNotEmpty();
        assertThat(all.path("people")).isNotEmpty();
        all.path("groups").forEach(SuggestionsTest::assertThatReasonsSumToTheAffinity);
        all.path("people").forEach(SuggestionsTest::assertThatReasonsSumToTheAffinity);
    }

    @Test
    void whoIsMetInAGroupIsNotSuggestedAgain() throws Exception {
        String tag = unique("met");
        List<Somebody> people = IntStream.range(0, 3).mapToObj(i -> join("met")).toList();
        people.forEach(one -> one.caresAbout(tag));

        JsonNode all = suggestions(people.get(0));

        assertThat(all.path("groups")).hasSize(1);
        assertThat(all.path("people")).isEmpty();
        assertThat(all.has("waiting")).isFalse();
    }

    @Test
    void aGroupWithRoomIsOfferedToWhoSuitsIt() throws Exception {
        String one = unique("one");
        String two = unique("two");
        var ada = join("ada");
        ada.asks()
                .body(Map.of(
                        "name",
                        "Menders",
                        "purpose",
                        Map.of("statement", "We mend things.", "tags", List.of(one, two))))
                .post("/v1/groups")
                .then()
                .statusCode(201);
        var grace = join("grace");
        grace.caresAbout(one, two);
        var joan = join("joan");
        joan.caresAbout(unique("own"));

        JsonNode open = suggestions(grace).path("groups").path(0);
        assertThat(open.path("group").path("name").asText()).isEqualTo("Menders");
        assertThat(open.path("invited").asBoolean()).isFalse();
        assertThatReasonsSumToTheAffinity(open);
        assertThat(suggestions(joan).path("groups")).isEmpty();

        ada.asks().put("/v1/people/me/blocks/" + grace.id()).then().statusCode(204);
        assertThat(suggestions(grace).path("groups")).isEmpty();
    }

    @Test
    void aFellowHolderIsOfferedAGroupThatSaysNothingOfItsTag() throws Exception {
        String tag = unique("quiet");
        var ada = join("ada");
        ada.asks()
                .body(Map.of("visibility", "MATCH_ONLY"))
                .put("/v1/people/me/interests/" + tag)
                .then()
                .statusCode(200);
        join("grace").caresAbout(tag);
        join("joan").caresAbout(tag);
        var edith = join("edith");
        edith.caresAbout(tag);
        var stranger = join("stranger");
        stranger.caresAbout(unique("own"));

        JsonNode offered = suggestions(edith).path("groups").path(0);
        assertThat(offered.path("invited").asBoolean()).isFalse();
        assertThatReasonsSumToTheAffinity(offered);
        assertThat(offered.path("because").path(0).path("tag").asText()).isEqualTo(tag);
        assertThat(offered.path("group").path("purpose").path("tags").path(0).asText())
                .isEqualTo(tag);
        assertThat(offered.path("group").path("name").asText()).doesNotContain(tag);
        stranger.asks()
                .get("/v1/groups/" + offered.path("group").path("id").asText())
                .then()
                .statusCode(200)
                .body(at("$.purpose.tags", empty()));
    }

    @Test
    void besideAnOpenPlaceNothingIsMissing() throws Exception {
        String tag = unique("beside");
        IntStream.range(0, 3).forEach(i -> join("beside").caresAbout(tag));
        var ada = join("ada");
        ada.caresAbout(tag);

        JsonNode all = suggestions(ada);

        assertThat(all.path("groups")).hasSize(1);
        assertThat(all.has("waiting")).isFalse();
    }

    @Test
    void aFewWhoComeInTogetherAreProposedAtOnce() {
        String tag = unique("import");
        imports(Stream.of("ada", "grace", "joan").map(name -> line(unique(name), tag)));

        operator().get("/v1/groups?tag=" + tag).then().body(at("$.items", hasSize(1)));
    }

    @Test
    void whoCameInWithManyFindsAGroupWhenTheyAsk() throws Exception {
        String tag = unique("import");
        var ada = join("ada");
        imports(Stream.concat(
                Stream.of(ada.handle(), unique("grace"), unique("joan")).map(handle -> line(handle, tag)),
                IntStream.range(0, 100).mapToObj(i -> line(unique("loner"), unique("own")))));
        operator().get("/v1/groups?tag=" + tag).then().body(at("$.items", empty()));

        JsonNode all = suggestions(ada);

        assertThat(all.path("groups").path(0).path("invited").asBoolean()).isTrue();
        assertThat(all.has("waiting")).isFalse();
    }

    private static String line(String handle, String tag) {
        return """
                {"handle":"%s","languages":["en"],"interests":["%s"]}
                """.formatted(handle, tag);
    }

    private static void imports(Stream<String> lines) {
        operator()
                .contentType("application/x-ndjson")
                .body(lines.collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body(at("$.rejected", equalTo(0)));
    }

    @Test
    void whoWantsALargerGroupIsToldHowManyThatTakes() {
        String tag = unique("choir");
        var ada = join("ada");
        var grace = join("grace");
        grace.asks()
                .contentType("application/merge-patch+json")
                .body("{\"matching\": {\"groupSize\": {\"min\": 8, \"max\": 10}}}")
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
        ada.caresAbout(tag);
        grace.caresAbout(tag);

        grace.asks().get("/v1/people/me/suggestions").then().body(at("$.waiting.missing", equalTo(6)));
        // a group of three would do for her, but not with who is there
        ada.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at("$.waiting.people", equalTo(1)))
                .body(at("$.waiting.missing", equalTo(2)));
    }

    @Test
    void whoMeetsInPersonOnlyIsToldHowNearOthersHaveToBe() {
        String tag = unique("weathervane");
        var ada = join("ada");
        Guest.meetOn(
                ada, "{\"place\": {\"latitude\": 10.5, \"longitude\": 10.5, \"withinKm\": 10, \"onlineOk\": false}}");
        ada.caresAbout(tag);

        ada.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at(
                        "$.waiting.sentence",
                        equalTo("Nobody else openly waits for a group about %s; 2 more are needed within 10 km."
                                .formatted(tag))));
    }

    @Test
    void whatIsMissingIsToldWithoutNames() {
        String tag = unique("waiting");
        var ada = join("ada");
        var grace = join("grace");
        ada.caresAbout(tag);
        ada.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at("$.waiting.people", equalTo(0)))
                .body(at("$.waiting.missing", equalTo(2)));

        grace.caresAbout(tag);
        String text = ada.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at("$.waiting.people", equalTo(1)))
                .body(at("$.waiting.missing", equalTo(1)))
                .body(at("$.waiting.tags", equalTo(List.of(tag))))
                .body(at("$.waiting.sentence", containsString("1 more is needed")))
                .extract()
                .path("waiting")
                .toString();
        assertThat(text).doesNotContain(grace.handle());
    }

    @Test
    void whoMustNotMeetIsNeitherShownNorCounted() {
        String tag = unique("apart");
        var ada = join("ada");
        var grace = join("grace");
        ada.caresAbout(tag);
        grace.caresAbout(tag);
        grace.asks().put("/v1/people/me/blocks/" + ada.id()).then().statusCode(204);

        for (Somebody one : List.of(ada, grace)) {
            one.asks()
                    .get("/v1/people/me/suggestions")
                    .then()
                    .body(at("$.people", empty()))
                    .body(at("$.waiting.people", equalTo(0)));
        }
    }

    @Test
    void whatIsHeldForMatchingOnlyIsNeverCounted() {
        String tag = unique("secret");
        String open = unique("open");
        var ada = join("ada");
        var grace = join("grace");
        var joan = join("joan");
        ada.caresAbout(tag, open);
        grace.asks()
                .body(Map.of("interests", List.of(Map.of("tag", tag, "visibility", "MATCH_ONLY"), Map.of("tag", open))))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);

        // a fellow holder sees it as a reason, and is not counted two
        ada.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at("$.people", hasSize(1)))
                .body(at("$.people[0].because[?(@.tag == '%s')].holders".formatted(tag), contains("<3")))
                .body(at("$.people[0].because[?(@.tag == '%s')].holders".formatted(open), contains("<3")))
                .body(at("$.waiting.tags", equalTo(List.of(open))));
        // who does not hold it learns nothing of it
        joan.caresAbout(open);
        String seen = joan.asks().get("/v1/people/me/suggestions").asString();
        assertThat(seen).doesNotContain(tag);
    }

    @Test
    void whatNobodyWritesOpenlyEachReadsAsTheyWroteItThemselves() throws Exception {
        String tag = unique("night-walks");
        Map<Somebody, String> writings = new LinkedHashMap<>();
        for (String words : List.of("Night walks", "night Walks", "NIGHT walks")) {
            Somebody writer = join("ada");
            writings.put(writer, tag.replace("night-walks", words));
            writer.asks()
                    .body(Map.of("visibility", "MATCH_ONLY"))
                    .put("/v1/people/me/interests/{tag}", writings.get(writer))
                    .then()
                    .statusCode(200);
            for (Somebody reader : writings.keySet()) {
                JsonNode seen = suggestions(reader);
                assertThat(seen.findValuesAsText("sentence"))
                        .isNotEmpty()
                        .allSatisfy(sentence -> assertThat(sentence).contains(writings.get(reader)));
                writings.values().stream()
                        .filter(writing -> !writing.equals(writings.get(reader)))
                        .forEach(writing -> assertThat(seen.toString()).doesNotContain(writing));
            }
        }
        for (Map.Entry<Somebody, String> one : writings.entrySet()) {
            JsonNode invitation = Door.json(
                            one.getKey().asks().get("/v1/people/me/groups").asString())
                    .path("items")
                    .path(0);
            assertThat(invitation.path("sentence").asText()).contains(one.getValue());
            JsonNode members = Door.json(one.getKey()
                    .asks()
                    .get("/v1/groups/%s/members"
                            .formatted(invitation.path("group").path("id").asText()))
                    .asString());
            assertThat(members.findValuesAsText("sentence"))
                    .hasSize(3)
                    .allSatisfy(sentence -> assertThat(sentence).contains(one.getValue()));
        }
        assertThat(suggestions(writings.keySet().iterator().next()).path("groups"))
                .hasSize(1)
                .allSatisfy(
                        group -> assertThat(group.path("group").toString()).doesNotContainIgnoringCase("night walks"));
    }

    @Test
    void whoSpeaksAnotherLanguageIsNotSuggested() {
        String tag = unique("tongue");
        var ada = join(Map.of("handle", unique("ada"), "languages", List.of("en-GB")));
        var klaus = join(Map.of("handle", unique("klaus"), "languages", List.of("de")));
        var unknown = join(Map.of("handle", unique("unknown")));
        ada.caresAbout(tag);
        klaus.caresAbout(tag);
        ada.asks().get("/v1/people/me/suggestions").then().body(at("$.people", empty()));

        unknown.caresAbout(tag);
        ada.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at("$.people[*].person.handle", equalTo(List.of(unknown.handle()))))
                .body(at("$.people[*].person.handle", not(equalTo(List.of(klaus.handle())))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21", "-1"})
    void theLimitHasBounds(String limit) {
        join("ada")
                .asks()
                .get("/v1/people/me/suggestions?limit=" + limit)
                .then()
                .statusCode(400)
                .body(at("$.code", equalTo("invalid-parameter")))
                .body(at("$.errors[0].pointer", equalTo("/limit")))
                .body(at("$.errors[0].code", equalTo("out-of-range")));
    }

    @Test
    void whoSeeksIsShownNoInvitationThatIsOfNoUseSinceTheOfferHasFaded() {
        String tag = unique("lathe");
        var ada = join("ada");
        ada.declares(tag, Map.of("stance", "SEEK"));
        join("bo").declares(tag, Map.of("stance", "SEEK"));
        var cy = join("cy");
        cy.declares(tag, Map.of("stance", "OFFER"));
        String group = ada.asks().get("/v1/people/me/groups").path("items[0].group.id");

        cy.declares(
                tag,
                Map.of("stance", "OFFER", "until", Instant.now().plusSeconds(3).toString()));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> ada.asks().get("/v1/people/me/suggestions").then().body(at("$.groups", empty())));
        ada.asks()
                .put("/v1/groups/%s/members/me".formatted(group))
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("group-full")));
    }

    @Test
    void whoSeeksIsInvitedInVainWhereWhoOffersHasBecomeTheOnlyOneOfTheirKind() {
        String tag = unique("lathe");
        String kind = unique("kind");
        var ada = join("ada");
        ada.declares(tag, Map.of("stance", "SEEK"));
        var cy = join("cy");
        Guest.meetOn(cy, "{\"notTheOnlyOneWith\": [\"%s\"]}".formatted(kind));
        cy.caresAbout(kind);
        cy.declares(tag, Map.of("stance", "OFFER"));
        var di = join("di");
        di.caresAbout(kind);
        di.declares(tag, Map.of("stance", "SEEK"));
        ada.asks().get("/v1/people/me/suggestions").then().body(at("$.groups[0].invited", equalTo(true)));

        di.declares(kind, Map.of("until", Instant.now().plusSeconds(3).toString()));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> ada.asks().get("/v1/people/me/suggestions").then().body(at("$.groups", empty())));
        Stream.of(ada, cy, di)
                .forEach(one -> one.asks().get("/v1/people/me/groups").then().body(at("$.items", empty())));
    }

    /** As when clocks are put forward, here by a change of which nothing but memory is told. */
    @Test
    void whoHasNoTimeInCommonAnyMoreWithWhoHasComeIsInvitedInVain() throws SQLException {
        String tag = unique("clock");
        var ada = join(Map.of("handle", unique("ada"), "timeZone", "Etc/UTC"));
        var bo = join(Map.of("handle", unique("bo"), "timeZone", "Etc/UTC"));
        for (Somebody one : List.of(ada, bo)) {
            Guest.meetOn(one, "{\"availability\": [{\"day\": \"MONDAY\", \"from\": \"18:00\", \"to\": \"21:00\"}]}");
            one.caresAbout(tag);
        }
        join("cy").caresAbout(tag);
        String group = bo.asks().get("/v1/people/me/suggestions").path("groups[0].group.id");
        ada.asks().put("/v1/groups/%s/members/me".formatted(group)).then().statusCode(200);

        UUID boId = UUID.fromString(bo.id());
        try (Connection connection = database.getConnection();
                PreparedStatement move =
                        connection.prepareStatement("update person set time_zone = 'Asia/Tokyo' where id = ?")) {
            move.setObject(1, boId);
            assertThat(move.executeUpdate()).isEqualTo(1);
            ChangeLog.note(Topic.PEOPLE, List.of(boId), connection);
        }

        bo.asks().get("/v1/people/me/suggestions").then().body(at("$.groups", empty()));
        bo.asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));
    }
}

package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.as;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class InterestsTest {

    private static final String MINE = "/v1/people/me/interests";

    @Test
    void whoSaysNothingMoreSaysItAgainAsItWas() {
        var ada = join("ada");
        String path = "/v1/people/me/interests/" + unique("quiet-hours");
        ada.asks()
                .body(Map.of("stance", "SEEK", "strength", 5, "visibility", "MATCH_ONLY", "why", "I sleep badly."))
                .put(path)
                .then()
                .statusCode(200);

        ada.asks()
                .body(Map.of())
                .put(path)
                .then()
                .statusCode(200)
                .body(at("$.stance", equalTo("SEEK")))
                .body(at("$.strength", equalTo(5)))
                .body(at("$.visibility", equalTo("MATCH_ONLY")))
                .body(at("$.why", equalTo("I sleep badly.")));
        ada.asks()
                .body(Map.of("strength", 2))
                .put(path)
                .then()
                .body(at("$.strength", equalTo(2)))
                .body(at("$.visibility", equalTo("MATCH_ONLY")));
    }

    @Test
    void whoNamesEverythingAgainSaysItAsItWas() {
        var ada = join("ada");
        String sleep = unique("quiet-hours");
        String nights = unique("night-shifts");
        var hidden = Map.of("tag", sleep, "stance", "SEEK", "strength", 5, "visibility", "MATCH_ONLY");
        var kept = Map.of("tag", nights, "visibility", "PRIVATE");
        ada.asks()
                .body(Map.of("interests", List.of(hidden, kept)))
                .put(MINE)
                .then()
                .statusCode(200);

        var louder = Map.of("tag", nights, "strength", 2);
        ada.asks()
                .body(Map.of("interests", List.of(Map.of("tag", sleep), louder)))
                .put(MINE)
                .then()
                .statusCode(200)
                .body(at("$.items[*].stance", contains("SEEK", "SHARE")))
                .body(at("$.items[*].strength", contains(5, 2)))
                .body(at("$.items[*].visibility", contains("MATCH_ONLY", "PRIVATE")));
    }

    @Test
    void whatIsSaidReplacesWhatWasSaidBefore() {
        var ada = join("ada");
        ada.caresAbout("knitting", "chess");

        ada.asks()
                .body("""
                        {"interests": [
                          {"tag": "soldering"},
                          {"tag": "Repair Café", "stance": "SHARE", "strength": 4, "visibility": "PUBLIC"}]}""")
                .put(MINE)
                .then()
                .statusCode(200)
                .body(at("$.items[*].tag", contains("repair-cafe", "soldering")))
                .body(at("$.items[0].label", equalTo("Repair Café")))
                .body(at("$.items[0].stance", equalTo("SHARE")))
                .body(at("$.items[0].strength", equalTo(4)))
                .body(at("$.items[0].visibility", equalTo("PUBLIC")))
                .body(at("$.items[0].expressedAt", endsWith("Z")))
                .body(at("$.items[0].matchesUntil", endsWith("Z")))
                .body(at("$.items[0].until", nullValue()))
                .body(at("$.items[0].why", nullValue()))
                .body(at("$.items[1].strength", equalTo(3)));

        ada.asks().get(MINE).then().statusCode(200).body(at("$.items[*].tag", contains("repair-cafe", "soldering")));
    }

    @Test
    void nothingAtAllMayBeSaid() {
        var ada = join("ada");
        ada.caresAbout("knitting");

        ada.caresAbout().body(at("$.items", empty()));
    }

    @Test
    void whoeverWouldOnlyAddAnInterestReplacesNone() {
        var ada = join("ada");
        String fishing = "/v1/people/me/interests/fishing";
        ada.asks()
                .header("If-None-Match", "*")
                .body(Map.of("strength", 5))
                .put(fishing)
                .then()
                .statusCode(200);
        ada.asks()
                .header("If-None-Match", "*")
                .body(Map.of("strength", 1))
                .put(fishing)
                .then()
                .statusCode(412)
                .body(at("$.code", equalTo("precondition-failed")));
        ada.asks()
                .header("If-None-Match", "*")
                .body("{\"interests\": []}")
                .put("/v1/people/me/interests")
                .then()
                .statusCode(412);
        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[0].strength", equalTo(5)));
    }

    @ParameterizedTest
    @CsvSource({"Open Source", "open-Source", "OpenSource", "ＯｐｅｎＳｏｕｒｃｅ", "#open_source", "opensource"})
    void theManyWaysToWriteATagAreOne(String written) {
        var ada = join("ada");
        ada.caresAbout("Open Source");

        ada.asks().body(Map.of()).put(MINE + "/{tag}", written).then().statusCode(200);

        ada.asks()
                .get(MINE)
                .then()
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].label", equalTo(written.replace("#", ""))));
    }

    @Test
    void theSameTagTwiceLeavesOneRowAndTheLaterCounts() {
        join("ada")
                .asks()
                .body("""
                        {"interests": [
                          {"tag": "Bike Repair", "strength": 1},
                          {"tag": "bike-repair", "strength": 2},
                          {"tag": "#BikeRepair", "strength": 5}]}""")
                .put(MINE)
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].strength", equalTo(5)))
                .body(at("$.items[0].label", equalTo("BikeRepair")));
    }

    @Test
    void signsThatMeanSomethingStay() {
        var ada = join("ada");

        ada.caresAbout("C", "C++", "C#", ".NET", "日本語", "العربية", "чай")
                .body(at("$.items[*].tag", contains(".net", "c", "c#", "c++", "чай", "العربية", "日本語")))
                .body(at("$.items[*].label", contains(".NET", "C", "C#", "C++", "чай", "العربية", "日本語")));
    }

    @Test
    void aTagInAPathIsFoldedToo() {
        var ada = join("ada");

        for (String path :
                List.of("c%2B%2B", "C%23", "c", "%23Pair%20Programming", "%E6%97%A5%E6%9C%AC%E8%AA%9E", ".net")) {
            ada.asks()
                    .urlEncodingEnabled(false)
                    .body("{}")
                    .put(MINE + "/" + path)
                    .then()
                    .statusCode(200);
        }
        ada.asks()
                .get(MINE)
                .then()
                .body(at("$.items[*].tag", contains(".net", "c", "c#", "c++", "pair-programming", "日本語")));

        ada.asks().urlEncodingEnabled(false).delete(MINE + "/C%2B%2B").then().statusCode(204);
        ada.asks()
                .urlEncodingEnabled(false)
                .delete(MINE + "/Pair_Programming")
                .then()
                .statusCode(204);
        ada.asks().get(MINE).then().body(at("$.items[*].tag", contains(".net", "c", "c#", "日本語")));
    }

    @Test
    void whoNamesATagAsTheyReadItKeepsHowTheyWroteIt() {
        var ada = join("ada");
        String word = unique("Café Réparation");
        ada.asks().put(MINE + "/{tag}", word).then().body(at("$.label", equalTo(word)));
        String tag = ada.asks().get(MINE).path("items[0].tag");

        ada.asks().put(MINE + "/{tag}", tag).then().body(at("$.label", equalTo(word)));
        ada.caresAbout(tag).body(at("$.items[0].label", equalTo(word)));

        String otherwise = word.replace("Café", "café");
        ada.asks().put(MINE + "/{tag}", otherwise).then().body(at("$.label", equalTo(otherwise)));
    }

    @Test
    void whatIsTakenAlongIsWrittenElsewhereAsItWas() {
        var ada = join("ada");
        String word = unique("Café Réparation");
        ada.caresAbout(word, "C++");
        List<Map<String, Object>> taken = ada.asks().get(MINE).path("items");
        ada.asks().delete("/v1/people/me").then().statusCode(204);

        var elsewhere = join("ada");
        elsewhere.asks().body(Map.of("interests", taken)).put(MINE).then().statusCode(200);

        elsewhere.asks().get(MINE).then().body(at("$.items[*].label", containsInAnyOrder(word, "C++")));
    }

    @Test
    void aLabelThatIsNoWritingOfItsTagSaysNothing() {
        var ada = join("ada");
        String tag = unique("mending");

        for (Object label : List.of("Ruderclub", "", 5, List.of(), "x".repeat(100))) {
            ada.asks()
                    .body(Map.of("interests", List.of(Map.of("tag", tag, "label", label))))
                    .put(MINE)
                    .then()
                    .statusCode(200)
                    .body(at("$.items[0].label", equalTo(tag)));
        }
        // and who writes it otherwise now is not held to it
        String otherwise = tag.toUpperCase(Locale.ROOT);
        ada.asks()
                .body(Map.of("interests", List.of(Map.of("tag", otherwise, "label", tag))))
                .put(MINE)
                .then()
                .body(at("$.items[0].label", equalTo(otherwise)));
    }

    @Test
    void oneIsAddedWithAllThatCanBeSaidOfIt() {
        var ada = join("ada");
        String until = Instant.now()
                .plus(3, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        ada.asks()
                .body(Map.of(
                        "stance", "OFFER", "strength", 5, "visibility", "MATCH_ONLY", "until", until, "why", "I can."))
                .put(MINE + "/Soldering")
                .then()
                .statusCode(200)
                .body(at("$.tag", equalTo("soldering")))
                .body(at("$.label", equalTo("Soldering")))
                .body(at("$.stance", equalTo("OFFER")))
                .body(at("$.strength", equalTo(5)))
                .body(at("$.visibility", equalTo("MATCH_ONLY")))
                .body(at("$.until", equalTo(until)))
                .body(at("$.matchesUntil", equalTo(until)))
                .body(at("$.why", equalTo("I can.")));

        ada.asks().get(MINE).then().body(at("$.items", hasSize(1))).body(at("$.items[0].why", equalTo("I can.")));
    }

    @Test
    void oneIsAddedWithoutABody() {
        join("ada").asks().put(MINE + "/soldering").then().statusCode(200).body(at("$.strength", equalTo(3)));
    }

    @Test
    void sayingItAgainRenewsIt() {
        var ada = join("ada");
        Instant first = said(ada.caresAbout("knitting").extract().path("items[0].expressedAt"));

        Instant second = said(ada.caresAbout("knitting").extract().path("items[0].expressedAt"));
        Instant third = said(
                ada.asks().body("{}").put(MINE + "/knitting").then().extract().path("expressedAt"));

        assertThat(first).isBefore(second);
        assertThat(second).isBefore(third);
    }

    private static Instant said(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void whatIsTakenBackIsGone() {
        var ada = join("ada");
        ada.caresAbout("knitting", "chess");

        ada.asks().delete(MINE + "/Knitting").then().statusCode(204);

        ada.asks().get(MINE).then().body(at("$.items[*].tag", contains("chess")));
        ada.asks().delete(MINE + "/knitting").then().statusCode(404).body(at("$.code", equalTo("unknown-interest")));
        ada.asks()
                .delete(MINE + "/" + unique("never-heard"))
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-interest")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                              | /interests            | required
            {"interests":[{}]}                                              | /interests/0/tag      | required
            {"interests":[null]}                                            | /interests/0          | required
            {"interests":["knitting"]}                                      | /interests/0          | wrong-type
            {"interests":[{"tag":"a"},{"tag":"!?"}]}                        | /interests/1/tag      | tag-unreadable
            {"interests":[{"tag":"❤️"}]}                                    | /interests/0/tag      | tag-unreadable
            {"interests":[{"tag":"a\\u0000b"}]}                             | /interests/0/tag      | unreadable-text
            {"interests":[{"tag":"a\\ud800b"}]}                             | /interests/0/tag      | unreadable-text
            {"interests":[{"tag":"a","why":"\\u0000"}]}                     | /interests/0/why      | unreadable-text
            {"interests":[{"tag":"a","strength":0}]}                        | /interests/0/strength | out-of-range
            {"interests":[{"tag":"a","strength":99999999999999999999}]}     | /interests/0/strength | out-of-range
            {"interests":[{"tag":"a"},{"tag":"b","strength":6}]}            | /interests/1/strength | out-of-range
            {"interests":[{"tag":"a","strength":"lots"}]}                   | /interests/0/strength | wrong-type
            {"interests":[{"tag":"a","stance":"TRADE"}]}                    | /interests/0/stance   | unknown-value
            {"interests":[{"tag":"a","visibility":"SECRET"}]}               | /interests/0/visibility | unknown-value
            {"interests":[{"tag":"a","until":"2020-01-01T00:00:00Z"}]}      | /interests/0/until    | in-the-past
            {"interests":[{"tag":"a","until":"2099-01-01T24:00:00Z"}]}      | /interests/0/until    | wrong-type
            {"interests":[{"tag":"a","until":"+99999-01-01T00:00:00Z"}]}    | /interests/0/until    | out-of-range
            {"interests":[{"tag":"a","until":"+10000-01-01T00:00:00Z"}]}    | /interests/0/until    | out-of-range
            {"interests":[{"tag":"a","until":"tomorrow"}]}                  | /interests/0/until    | wrong-type
            {"interests":[{"tag":"a","until":""}]}                          | /interests/0/until    | wrong-type
            {"interests":[{"tag":"a","until":"2030-01-01"}]}                | /interests/0/until    | wrong-type
            {"interests":[{"tag":"a","until":"4102444800"}]}                | /interests/0/until    | wrong-type
            {"interests":[{"tag":"a","until":4102444800}]}                  | /interests/0/until    | wrong-type
            {"interests":[{"tag":"a","until":4102444800.5}]}                | /interests/0/until    | wrong-type
            {"interests":[{"tag":"a","until":true}]}                        | /interests/0/until    | wrong-type
            {"interests":[{"tag":"a","colour":"blue"}]}                     | /interests/0/colour   | unknown-field
            """)
    void whatIsWrongIsPointedAt(String body, String pointer, String code) {
        var ada = join("ada");
        ada.caresAbout("knitting");

        ada.asks()
                .body(body)
                .put(MINE)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("invalid-input")))
                .body(at("$.errors[*].pointer", hasItem(pointer)))
                .body(at("$.errors[*].code", hasItem(code)));

        ada.asks().get(MINE).then().body(at("$.items[*].tag", contains("knitting")));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        join("ada")
                .asks()
                .body("""
                    {"interests": [
                      {"tag": "a", "strength": 6},
                      {"tag": "!?", "until": "2020-01-01T00:00:00Z"},
                      {},
                      null]}""")
                .put(MINE)
                .then()
                .statusCode(400)
                .body(at(
                        "$.errors[*].pointer",
                        contains(
                                "/interests/0/strength",
                                "/interests/1/tag",
                                "/interests/1/until",
                                "/interests/2/tag",
                                "/interests/3")))
                .body(at(
                        "$.errors[*].code",
                        contains("out-of-range", "tag-unreadable", "in-the-past", "required", "required")));
    }

    @Test
    void ofVeryManyPlacesThatAreWrongTheFirstAreTold() {
        join("ada")
                .asks()
                .body(Map.of("interests", Collections.nCopies(5_000, Map.of())))
                .put(MINE)
                .then()
                .statusCode(400)
                .body(at("$.errors", hasSize(100)));
    }

    @Test
    void aTagHasAtMost64Characters() {
        var ada = join("ada");

        ada.caresAbout("x".repeat(64), "\uD840\uDC00".repeat(64)).body(at("$.items", hasSize(2)));
        ada.asks()
                .body(Map.of("interests", List.of(Map.of("tag", "x".repeat(65)))))
                .put(MINE)
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/interests/0/tag")))
                .body(at("$.errors[0].code", equalTo("tag-too-long")));
        ada.asks()
                .body("{}")
                .put(MINE + "/" + "x".repeat(65))
                .then()
                .statusCode(400)
                .body(at("$.code", equalTo("tag-too-long")));
        ada.asks().body("{}").put(MINE + "/!!").then().statusCode(400).body(at("$.code", equalTo("tag-unreadable")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "字", "🧵"})
    void aReasonHasAtMost280Characters(String character) {
        var ada = join("ada");

        ada.asks()
                .body(Map.of("why", character.repeat(280)))
                .put(MINE + "/knitting")
                .then()
                .statusCode(200)
                .body(at("$.why", equalTo(character.repeat(280))));
        ada.asks()
                .body(Map.of("why", character.repeat(281)))
                .put(MINE + "/knitting")
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/why")))
                .body(at("$.errors[0].code", equalTo("wrong-size")));
    }

    @Test
    void whatIsOverIsNotDeclared() {
        var ada = join("ada");

        ada.asks()
                .body(Map.of("until", "2020-01-01T00:00:00Z"))
                .put(MINE + "/knitting")
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/until")))
                .body(at("$.errors[0].code", equalTo("in-the-past")));
    }

    @Test
    void whatIsOverIsPutBackAsItWasRead() {
        var ada = join("ada");
        operator()
                .contentType("application/x-ndjson")
                .body("{\"handle\":\"%s\",\"interests\":[%s]}"
                        .formatted(ada.handle(), """
                                {"tag":"knitting","until":"2020-01-02T00:00:00Z","expressedAt":"2020-01-01T00:00:00Z"}""")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .body(at("$.accepted", equalTo(1)));
        String one = ada.asks().get(MINE + "/knitting").asString();

        ada.asks().body(one).put(MINE + "/knitting").then().statusCode(200).body(at("$.until", notNullValue()));
        ada.asks()
                .body("{\"interests\": [%s, {\"tag\": \"golf\", \"until\": \"2020-01-01T00:00:00Z\"}]}".formatted(one))
                .put(MINE)
                .then()
                .statusCode(400)
                .body(at("$.errors[*].pointer", contains("/interests/1/until")));
        ada.asks()
                .body("{\"interests\": [%s]}".formatted(one))
                .put(MINE)
                .then()
                .statusCode(200)
                .body(at("$.items[0].until", equalTo(json(one).path("until").asText())));
    }

    @ParameterizedTest
    @CsvSource({
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z",
        "9999-12-31T00:00:00Z, 9999-12-31T00:00:00Z",
        "2999-12-31T23:30:00-01:00, 3000-01-01T00:30:00Z",
        "2999-12-31t23:30:00z, 2999-12-31T23:30:00Z"
    })
    void anInterestMayLastUntilAnyMomentThatCanBeWritten(String written, String read) {
        var ada = join("ada");

        ada.asks().body(Map.of("until", written)).put(MINE + "/knitting").then().statusCode(200);

        ada.asks().get(MINE).then().body(at("$.items[0].until", equalTo(read)));
    }

    @Test
    void nobodyHasMoreThanAHundred() {
        var ada = join("ada");
        ada.caresAbout(numbered(100)).body(at("$.items", hasSize(100)));

        ada.asks().body("{}").put(MINE + "/hobby1").then().statusCode(200);
        ada.asks()
                .body("{}")
                .put(MINE + "/hobby101")
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("too-many-interests")));
        ada.asks()
                .body(Map.of(
                        "interests",
                        java.util.Arrays.stream(numbered(101))
                                .map(tag -> Map.of("tag", tag))
                                .toList()))
                .put(MINE)
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/interests")));
    }

    private static String[] numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "hobby" + i).toArray(String[]::new);
    }

    @Test
    void interestsAreNobodyElsesBusiness() {
        io.restassured.RestAssured.given().get(MINE).then().statusCode(401);
        as("operator").get(MINE).then().statusCode(403);
    }

    @Test
    void whoLeavesTakesTheirInterestsAlong() {
        String tag = unique("tag");
        var ada = join("ada");
        ada.caresAbout(tag);
        ada.asks().delete("/v1/people/me").then().statusCode(204);

        Somebody grace = join("grace");
        grace.asks().get("/v1/tags/" + tag).then().statusCode(404);
    }

    @Test
    void whyIsToldWithoutWhatTurnsATextAround() {
        join("ada")
                .asks()
                .body("{\"why\": \"Two\\nlines\\u202E, \\u2066straight\\u0007 on\"}")
                .put("/v1/people/me/interests/golf")
                .then()
                .statusCode(200)
                .body(at("$.why", equalTo("Two\nlines, straight on")));
    }
}

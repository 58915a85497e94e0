package org.coterie.tags;

import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With the model, which the other tests do without. */
@QuarkusTest
@TestProfile(NearWordsTest.WithTheModel.class)
@Tag("http")
public class NearWordsTest {

    /** Switches the model on. */
    public static class WithTheModel implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("coterie.meaning", "on", "coterie.near-tags.patience", "20s");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    LiveNames names;

    private static ValidatableResponse near(Somebody somebody, String word) {
        return somebody.asks().get("/v1/tags/{tag}/near", word).then().statusCode(200);
    }

    private static void awaitNear(Somebody somebody, String word, String expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> near(somebody, word).body(at("$.items[*].tag", hasItem(expected))));
    }

    @Test
    void aWordNobodyHasUsedIsNearToOneThatMeansTheSame() {
        Somebody ada = join("ada");
        join("grace").caresAbout("Amateur astronomy");

        awaitNear(ada, "astronomy for amateurs", "amateur-astronomy");
        near(ada, "amateur astronmy")
                .body(at("$.items[0].tag", equalTo("amateur-astronomy")))
                .body(at("$.items[0].confidence", greaterThan(0.8)))
                .body(at("$.items[0].confidence", lessThanOrEqualTo(1.0)))
                .body(at("$.items[0].holders", equalTo("<3")))
                .body(at("$.meaning", equalTo("ON")));
        near(ada, "amateur astronomy").body(at("$.items[*].tag", not(hasItem("amateur-astronomy"))));
        near(ada, "plumbing").body(at("$.items[*].tag", not(hasItem("amateur-astronomy"))));
    }

    @Test
    void noiseIsNearNothing() {
        Somebody ada = join("ada");
        ada.caresAbout("a".repeat(64), "Amateur botany");
        awaitNear(ada, "botany for amateurs", "amateur-botany");

        near(ada, "x".repeat(64)).body(at("$.items", empty()));
        near(ada, "a".repeat(64)).body(at("$.items", empty()));
    }

    @Test
    void whatOnlyHiddenInterestsMadeKnownIsNearNothing() {
        Somebody ada = join("ada");
        ada.declares("Narrowboat restoration", Map.of("visibility", "MATCH_ONLY"));
        Somebody grace = join("grace");
        await().atMost(PATIENCE).until(() -> names.meanings().waiting(1).isEmpty());

        near(grace, "restoring a narrowboat").body(at("$.items[*].tag", not(hasItem("narrowboat-restoration"))));

        grace.caresAbout("Narrowboat restoration");
        near(grace, "restoring a narrowboat").body(at("$.items[*].tag", hasItem("narrowboat-restoration")));
    }

    @Test
    void aWordOfTwoLettersIsNearNothingHoweverTheModelReadsIt() {
        Somebody ada = join("ada");
        join("grace").caresAbout("Qi", "Quantum information");
        awaitNear(ada, "quantum informations", "quantum-information");
        await().atMost(PATIENCE).until(() -> names.meanings().waiting(1).isEmpty());

        near(ada, "qi").body(at("$.items", empty()));
        near(ada, "quantum informations").body(at("$.items[*].tag", not(hasItem("qi"))));
    }

    @Test
    void asManyAsAskedForAreNear() {
        Somebody ada = join("ada");
        ada.caresAbout("Violin", "Viola", "Violin lessons", "Violin playing");
        awaitNear(ada, "violins", "violin");

        ada.asks().queryParam("limit", 1).get("/v1/tags/violins/near").then().body(at("$.items", hasSize(1)));
        for (String wrong : List.of("0", "21", "few")) {
            ada.asks()
                    .queryParam("limit", wrong)
                    .get("/v1/tags/violins/near")
                    .then()
                    .statusCode(400)
                    .body(at("$.code", equalTo("invalid-parameter")));
        }
        ada.asks()
                .get("/v1/tags/{tag}/near", "!!")
                .then()
                .statusCode(400)
                .body(at("$.code", equalTo("tag-unreadable")));
    }

    @Test
    void whoeverTagsIsToldWhatOthersRatherWrite() {
        join("grace").caresAbout("Beekeeping");
        join("alan").caresAbout("Beekeeping");
        Somebody ada = join("ada");
        awaitNear(ada, "bee keeping for beginners", "beekeeping");

        ada.asks()
                .body(Map.of())
                .put("/v1/people/me/interests/Beekeping")
                .then()
                .statusCode(200)
                .body(at("$.tag", equalTo("beekeping")))
                .body(at("$.othersWrite.tag", equalTo("beekeeping")))
                .body(at("$.othersWrite.holders", equalTo("<3")));
        await().atMost(PATIENCE).until(() -> names.meanings().waiting(1).isEmpty());
        ada.caresAbout("Beekeping", "Welding")
                .body(at("$.items[?(@.tag == 'beekeping')].othersWrite.tag", contains("beekeeping")))
                .body(at("$.items[?(@.tag == 'welding')].othersWrite", empty()));
        ada.caresAbout("Beekeping", "Beekeeping").body(at("$.items[*].othersWrite", empty()));
    }

    @Test
    void ofTwoWordsThatEverybodyKnowsNeitherIsOfferedForTheOther() {
        Map.of("Board games", "playing board games", "Go board game", "the game of Go")
                .forEach((known, synonym) -> operator()
                        .body(Map.of("label", known, "synonyms", List.of(synonym)))
                        .put("/v1/tags/{tag}/labels/en", known)
                        .then()
                        .statusCode(200));
        join("grace").caresAbout("Go board game");
        join("alan").caresAbout("Go board game");
        Somebody ada = join("ada");
        awaitNear(ada, "Board games", "go-board-game");
        await().atMost(PATIENCE).until(() -> names.meanings().waiting(1).isEmpty());

        ada.caresAbout("Board games").body(at("$.items[*].othersWrite", empty()));
        ada.asks()
                .body(Map.of("text", "#board-games", "language", "en"))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201)
                .body(at("$.tags[*].tag", contains("board-games")));
    }

    @Test
    void whoSavesASlipMeetsThoseWhoWriteItRight() {
        Somebody grace = join("grace");
        for (Somebody somebody : List.of(grace, join("alan"), join("joan"))) {
            somebody.caresAbout("Schalmeibau");
        }
        await().atMost(PATIENCE).until(() -> names.meanings().waiting(1).isEmpty());

        Somebody ada = join("ada");
        ada.asks()
                .put("/v1/people/me/interests/Schalmiebau")
                .then()
                .statusCode(200)
                .body(at("$.othersWrite.tag", equalTo("schalmeibau")));
        near(ada, "Schalmiebau").body(at("$.items[0].tag", equalTo("schalmeibau")));
        ada.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .statusCode(200)
                .body(at(
                        "$.people[?(@.person.handle == '%s')].because[0].saidAs".formatted(grace.handle()),
                        contains("schalmiebau")));
    }

    @Test
    void aSlipThatThreeHoldIsAWordOfItsOwn() {
        for (int i = 0; i < 4; i++) {
            join("grace").caresAbout("Gnep");
        }
        await().atMost(PATIENCE).until(() -> names.meanings().waiting(1).isEmpty());
        Somebody ada = join("ada");
        ada.caresAbout("Gnpe");
        join("alan").caresAbout("Gnpe");
        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[0].othersWrite.tag", equalTo("gnep")));

        join("joan").caresAbout("Gnpe");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[*].othersWrite", empty())));
        near(ada, "Gnpe").body(at("$.items[?(@.confidence > 0.8)].tag", empty()));
    }

    @Test
    void ofShortWordsOneLetterMakesAnotherWord() {
        for (int i = 0; i < 3; i++) {
            join("grace").caresAbout("Plirten");
        }
        await().atMost(PATIENCE).until(() -> names.meanings().waiting(1).isEmpty());
        Somebody ada = join("ada");

        near(ada, "Plirsen").body(at("$.items[?(@.confidence >= 0.8)].tag", empty()));
        near(ada, "Plirrten").body(at("$.items[?(@.confidence >= 0.8)].tag", hasItem("plirten")));
        near(ada, "Plitren").body(at("$.items[?(@.confidence >= 0.8)].tag", hasItem("plirten")));
    }

    @Test
    void whatIsNearANewWordCountsWithTheNextLook() {
        Somebody grace = join("grace");
        grace.caresAbout("Letterpress printing");
        Somebody ada = join("ada");
        awaitNear(ada, "letterpress printings", "letterpress-printing");
        await().atMost(PATIENCE).until(() -> names.meanings().waiting(1).isEmpty());

        ada.caresAbout("Letterpres printing");
        ada.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .statusCode(200)
                .body(at(
                        "$.people[?(@.person.handle == '%s')].because[0].saidAs".formatted(grace.handle()),
                        contains("letterpres-printing")));

        Somebody alan = join("alan");
        alan.asks()
                .body(Map.of("text", "Who else is into #LetterpressPrintings?"))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201);
        alan.asks().get("/v1/people/me/groups").then().body(at("$.items[0].group.memberCount", equalTo(3)));
    }

    @Test
    void aMessageIsAboutWhatItMeansUntilThePersonSaysOtherwise() {
        join("grace").caresAbout("Bird photography");
        Somebody ada = join("ada");
        awaitNear(ada, "photographing birds", "bird-photography");
        String text = "I love taking pictures of birds";

        var signal = ada.asks()
                .body(Map.of("text", text))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201)
                .body(at("$.meaning", equalTo("ON")))
                .body(at("$.tags[?(@.tag == 'bird-photography')].source", contains("MEANING")))
                .body(at("$.tags[?(@.tag == 'bird-photography')].confirmed", contains(false)))
                .body(at("$.tags[?(@.tag == 'bird-photography')].confidence", contains(greaterThan(0.4))))
                .body(at("$.tags[?(@.tag == 'bird-photography')].start", empty()))
                .extract();
        ada.asks().get("/v1/people/me/interests").then().body(at("$.items", empty()));
        for (Map<String, String> other : List.of(
                Map.of("text", "I no longer like taking pictures of birds"), Map.of("text", text, "language", "de"))) {
            ada.asks()
                    .body(other)
                    .post("/v1/people/me/signals")
                    .then()
                    .statusCode(201)
                    .body(at("$.tags[*].tag", not(hasItem("bird-photography"))));
        }

        ada.asks()
                .put("/v1/people/me/signals/{id}/tags/bird-photography", signal.<String>path("id"))
                .then()
                .statusCode(200);
        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[*].label", contains("Bird photography")));
    }

    @Test
    void wordsInAScriptThatTheModelDoesNotReadAreNearAsTheyAreSpelt() {
        Somebody ada = join(Map.of("handle", unique("ada"), "displayName", "Ada", "languages", List.of("en", "ru")));
        ada.caresAbout("фотография", "философия", "футбол");
        join("grace").caresAbout("фотография");
        join("joan").caresAbout("фотография");
        awaitNear(ada, "фотогафия", "фотография");
        await().atMost(PATIENCE).until(() -> names.meanings().waiting(1).isEmpty());

        near(ada, "фотография").body(at("$.items", empty()));
        near(ada, "футбол").body(at("$.items", empty()));
        near(ada, "шахматы").body(at("$.items", empty()));
        ada.asks()
                .body(Map.of("text", "Я хочу играть в шахматы по вечерам"))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201)
                .body(at("$.tags", empty()));
    }

    @Test
    void whatIsKnownOutlivesTheProcess() {
        Somebody ada = join("ada");
        ada.caresAbout("Glassblowing");
        awaitNear(ada, "glass blowing art", "glassblowing");

        names.begin(Instant.now());

        near(ada, "glass blowing art").body(at("$.items[*].tag", hasItem("glassblowing")));
    }
}

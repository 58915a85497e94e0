package org.coterie.tags;

import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tags are called in different languages. */
@QuarkusTest
@Tag("http")
class LabelsTest {

    private static ValidatableResponse call(String tag, String language, String label, String... synonyms) {
        return operator()
                .body(Map.of("label", label, "synonyms", List.of(synonyms)))
                .put("/v1/tags/{tag}/labels/{language}", tag, language)
                .then();
    }

    @Test
    void whoSpeakDifferentLanguagesHoldOneTagAndEachReadsItInTheirOwn() {
        String bees = unique("bees");
        String bienen = unique("Bienen");
        join("ada").caresAbout(bees);
        call(bees, "de", bienen).statusCode(200).body(at("$.label", equalTo(bienen)));
        Somebody grace = join("grace");
        grace.caresAbout(bienen)
                .body(at("$.items[0].tag", equalTo(bees)))
                .body(at("$.items[0].label", equalTo(bienen)));
        join("alan").caresAbout(bienen.toUpperCase(java.util.Locale.ROOT));

        grace.asks()
                .header("Accept-Language", "de-CH, en;q=0.5")
                .get("/v1/tags/{tag}", bees)
                .then()
                .body(at("$.tag", equalTo(bees)))
                .body(at("$.label", equalTo(bienen)))
                .body(at("$.holders", equalTo(3)));
        grace.asks().get("/v1/tags/{tag}", bienen).then().body(at("$.label", equalTo(bees)));
    }

    @Test
    void whatIsCompletedIsInTheOrderInWhichItIsWanted() {
        String start = unique("drache").replace("-", "");
        String few = start + "a";
        String fewToo = start + "b";
        String many = start + "c";
        String bees = unique("bees");
        Somebody ada = join("ada");
        ada.caresAbout(few, fewToo, many, start, bees);
        String bienen = start + "bienen";
        String abeilles = start + "abeilles";
        call(bees, "de", bienen).statusCode(200);
        call(bees, "fr", abeilles).statusCode(200);

        completed(ada, "de", start)
                .body(at("$.items[*].tag", contains(start, few, fewToo, bees, many)))
                .body(at("$.items[3].foundAs", equalTo(bienen)));
        completed(ada, "fr", start)
                .body(at("$.items[*].tag", contains(start, few, bees, fewToo, many)))
                .body(at("$.items[2].foundAs", equalTo(abeilles)));
        completed(ada, "en", start).body(at("$.items[*].tag", contains(start, few, fewToo, many, bees)));
    }

    @Test
    void whatALabelExplainsInBracketsCountsAsTypedAsAWhole() {
        String start = unique("the").replace("-", "");
        String theatre = start + "atre";
        String tea = unique("tea");
        Somebody ada = join("ada");
        ada.caresAbout(theatre, tea);
        call(theatre, "fr", theatre).statusCode(200);
        call(tea, "fr", start + " (boisson)", start + " aux herbes").statusCode(200);

        completed(ada, "fr", start).body(at("$.items[*].tag", contains(tea, theatre)));
        completed(ada, "en", start).body(at("$.items[*].tag", contains(theatre, tea)));
    }

    private static ValidatableResponse completed(Somebody somebody, String language, String start) {
        return somebody.asks()
                .header("Accept-Language", language)
                .queryParam("prefix", start)
                .get("/v1/tags")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "de, de",
        "de-AT, de",
        "'pt-BR, de;q=0.1', pt-BR",
        "'PT-br', pt-BR",
        "'fr, *;q=0.5', none",
        "'de;q=0, fr', none",
        "'de;q=2', none",
        "'', none",
        "';;;', none",
        "-, none"
    })
    void aTagIsCalledAsItsReaderSpeaks(String accepted, String expected) {
        String tag = unique("beach");
        String strand = unique("Strand");
        String praia = unique("Praia");
        join("ada").caresAbout(tag);
        call(tag, "de", strand).statusCode(200);
        call(tag, "pt-br", praia).statusCode(200).body(at("$.language", equalTo("pt-BR")));

        operator()
                .header("Accept-Language", accepted)
                .get("/v1/tags/{tag}", tag)
                .then()
                .body(at(
                        "$.label",
                        equalTo(Map.of("de", strand, "pt-BR", praia, "none", tag)
                                .get(expected))));
    }

    @Test
    void itsEnglishLabelStandsBeforeWhatPeopleWriteWhereTheReadersLanguageHasNone() {
        String written = unique("Bïrdwatchïng");
        String label = written.replace("Bïrdwatchïng", "Birdwatching");
        join("ada").caresAbout(written);
        call(written, "en", label).statusCode(200);
        join("grace").caresAbout(label.replace("Bird", "Bîrd"));

        operator().get("/v1/tags/{tag}", written).then().body(at("$.label", equalTo(label)));
        operator()
                .header("Accept-Language", "it")
                .get("/v1/tags/{tag}", written)
                .then()
                .body(at("$.label", equalTo(label)));
    }

    @Test
    void whatIsWrongIsToldWhateverTheReaderSpeaks() {
        operator()
                .header("Accept-Language", "-")
                .body("{}")
                .post("/v1/synonyms")
                .then()
                .statusCode(400)
                .body(at("$.code", equalTo("invalid-input")));
    }

    @Test
    void aTagIsCompletedByAnyOfItsNamesAndStandsInTheListOnce() {
        String run = unique("z").replace("-", "");
        String tag = run + "cycling";
        call(tag, "en", run + " biking", run + " bike riding", tag).statusCode(200);
        Somebody ada = join("ada");

        for (String prefix : List.of(run, run + "b", run + " bike r", tag)) {
            ada.asks()
                    .queryParam("prefix", prefix)
                    .get("/v1/tags")
                    .then()
                    .statusCode(200)
                    .body(at("$.items[0].tag", equalTo(tag)))
                    .body(at("$.items[0].holders", equalTo("<3")));
        }
        ada.asks()
                .queryParam("prefix", run + " bike r")
                .get("/v1/tags")
                .then()
                .body(at("$.items[0].foundAs", equalTo(run + "-bike-riding")));
        ada.asks().get("/v1/tags?limit=100").then().body(at("$.items[*].tag", not(hasItem(tag))));
    }

    @Test
    void namesOfOneTagDoNotFallApartOverPages() {
        String run = unique("y").replace("-", "");
        for (int i = 0; i < 3; i++) {
            call(run + "m" + i, "en", run + "a" + i, run + "z" + i).statusCode(200);
        }
        Somebody ada = join("ada");
        String first = "/v1/tags?limit=2&prefix=" + run;
        var page = ada.asks().get(first).then().body(at("$.items[*].tag", contains(run + "m0", run + "m1")));
        String cursor = com.jayway.jsonpath.JsonPath.read(page.extract().asString(), "$.nextCursor");

        ada.asks().queryParam("cursor", cursor).get(first).then().body(at("$.items[*].tag", contains(run + "m2")));
    }

    @Test
    void aNameMeansOneTagOnly() {
        String one = unique("boat");
        String other = unique("ship");
        String name = unique("vessel");
        call(one, "en", name).statusCode(200);

        call(other, "en", unique("steamer"), name)
                .statusCode(409)
                .body(at("$.code", equalTo("name-taken")))
                .body(at("$.detail", containsString(one)));
        operator().get("/v1/tags/{tag}/labels", other).then().body(at("$.items", empty()));
    }

    @Test
    void whatATagIsCalledCanBeSaidAnewAndTakenBack() {
        String tag = unique("train");
        String zug = unique("Zug");
        String bahn = unique("Bahn");
        call(tag, "de", zug, bahn).statusCode(200);
        Somebody ada = join("ada");
        ada.caresAbout(zug);

        call(tag, "de", bahn).statusCode(200).body(at("$.synonyms", empty()));
        operator()
                .get("/v1/tags/{tag}/labels", bahn)
                .then()
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].label", equalTo(bahn)));
        join("grace").caresAbout(zug).body(at("$.items[0].tag", equalTo(zug.toLowerCase(java.util.Locale.ROOT))));
        operator().delete("/v1/tags/{tag}/labels/de", tag).then().statusCode(204);
        operator().get("/v1/tags/{tag}", bahn).then().statusCode(404);
        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[0].tag", equalTo(tag)));
    }

    @Test
    void aTagThatIsCalledNothingAnyMoreIsOfferedToNobodyUntilSomebodySaysIt() {
        String tag = unique("x").replace("-", "") + "zither";
        call(tag, "en", tag).statusCode(200);
        call(tag, "de", unique("Zither")).statusCode(200);
        Somebody ada = join("ada");

        operator().delete("/v1/tags/{tag}/labels/de", tag).then().statusCode(204);
        expectOffered(ada, tag, hasItem(tag));
        operator().delete("/v1/tags/{tag}/labels/en", tag).then().statusCode(204);
        expectOffered(ada, tag, not(hasItem(tag)));

        join("grace").caresAbout(tag);
        expectOffered(ada, tag, hasItem(tag));
    }

    /** By its beginning, and where they write of it. */
    private static void expectOffered(Somebody person, String tag, org.hamcrest.Matcher<? super List<String>> tags) {
        person.asks().queryParam("prefix", tag).get("/v1/tags").then().body(at("$.items[*].tag", tags));
        person.asks()
                .body(Map.of("text", "I would love to learn the " + tag + " with you"))
                .post("/v1/people/me/signals")
                .then()
                .body(at("$.tags[*].tag", tags));
    }

    @Test
    void wordsInATextAreFoundByAnyNameAndATagOnce() {
        String tag = unique("gardening");
        String label = unique("Gartenarbeit");
        call(tag, "de", label).statusCode(200);

        join("ada")
                .asks()
                .body(Map.of("text", "Wer hilft bei %s? #%s".formatted(label, tag.replace("-", "_"))))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201)
                .body(at("$.tags", hasSize(1)))
                .body(at("$.tags[0].source", equalTo("HASHTAG")));
        join("grace")
                .asks()
                .body(Map.of("text", "Wer hilft bei %s?".formatted(label)))
                .post("/v1/people/me/signals")
                .then()
                .body(at("$.tags[*].tag", contains(tag)))
                .body(at("$.tags[0].source", equalTo("PHRASE")))
                .body(at("$.tags[0].start", equalTo(14)));
    }

    @Test
    void onlyTheOperatorSaysWhatTagsAreCalled() {
        join("ada")
                .asks()
                .body(Map.of("label", "anything"))
                .put("/v1/tags/anything/labels/en")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"en, ' ', /label", "en, '---', /label", "not_a_language, fine, language"})
    void whatCannotBeALabelIsRefusedWithItsPlace(String language, String label, String place) {
        call(unique("tag"), language, label).statusCode(400).body(containsString(place));
    }
}

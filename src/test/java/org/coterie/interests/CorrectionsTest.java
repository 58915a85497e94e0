package org.coterie.interests;

import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class CorrectionsTest {

    private static final String MINE = "/v1/people/me/corrections/";
    private static final String SUGGESTIONS = "/v1/people/me/suggestions";

    private static ValidatableResponse correct(Somebody somebody, String tag, String verdict) {
        return somebody.asks()
                .body(Map.of("verdict", verdict))
                .put(MINE + "{tag}", tag)
                .then();
    }

    @Test
    void aWrongReasonIsNoReasonAnyMore() {
        String right = unique("bees");
        String wrong = unique("wasps");
        Somebody grace = join("grace");
        grace.caresAbout(right, wrong);
        Somebody ada = join("ada");
        ada.caresAbout(right, wrong);
        ada.asks()
                .get(SUGGESTIONS)
                .then()
                .body(at("$.people[*].person.handle", contains(grace.handle())))
                .body(at("$.people[0].because[*].tag", hasItem(wrong)));

        correct(ada, wrong, "WRONG")
                .statusCode(200)
                .body(at("$.tag", equalTo(wrong)))
                .body(at("$.verdict", equalTo("WRONG")));

        ada.asks()
                .get(SUGGESTIONS)
                .then()
                .body(at("$.people[*].person.handle", contains(grace.handle())))
                .body(at("$.people[0].because[*].tag", contains(right)));
        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[*].tag", contains(right)));
        ada.asks().get("/v1/people/me/corrections").then().body(at("$.items[*].tag", contains(wrong)));
        grace.asks().get(SUGGESTIONS).then().body(at("$.people[0].because[*].tag", contains(right)));
    }

    @Test
    void whatIsWrongIsNotOfferedUntilItIsSaidOrTakenBack() {
        String phrase = unique("stamp collecting");
        join("grace").caresAbout(phrase);
        Somebody ada = join("ada");
        correct(ada, phrase, "WRONG").statusCode(200);
        Map<String, String> text = Map.of("text", "My uncle loves " + phrase);

        ada.asks().body(text).post("/v1/people/me/signals").then().body(at("$.tags", empty()));

        ada.asks().delete(MINE + "{tag}", phrase).then().statusCode(204);
        ada.asks()
                .delete(MINE + "{tag}", phrase)
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-correction")));
        ada.asks().body(text).post("/v1/people/me/signals").then().body(at("$.tags", hasSize(1)));

        correct(ada, phrase, "WRONG").statusCode(200);
        ada.asks()
                .body(Map.of())
                .put("/v1/people/me/interests/{tag}", phrase)
                .then()
                .statusCode(200);
        ada.asks().get("/v1/people/me/corrections").then().body(at("$.items", empty()));
        ada.asks().delete("/v1/people/me/interests/{tag}", phrase).then().statusCode(204);
        ada.asks().get("/v1/people/me/corrections").then().body(at("$.items", empty()));
    }

    @Test
    void whatCountsLessStaysAndCountsLess() {
        String much = unique("bees");
        String less = unique("wasps");
        join("grace").caresAbout(much, less);
        Somebody ada = join("ada");
        ada.caresAbout(much, less);
        Number before =
                ada.asks().get(SUGGESTIONS).path("people[0].because.find { it.tag == '%s' }.contribution", less);

        correct(ada, less, "LESS").statusCode(200).body(at("$.verdict", equalTo("LESS")));

        ada.asks()
                .get("/v1/people/me/interests")
                .then()
                .body(at("$.items[?(@.tag == '" + less + "')].strength", contains(1)));
        ada.asks()
                .get(SUGGESTIONS)
                .then()
                .body(at("$.people[0].because[?(@.tag == '" + less + "')].contribution", not(hasItem(equalTo(before)))))
                .body(
                        "people[0].because.find { it.tag == '" + less + "' }.contribution",
                        lessThan(before.floatValue()));
        ada.asks().get("/v1/people/me/corrections").then().body(at("$.items", empty()));
    }

    @Test
    void whatIsNoReasonCannotBeCorrected() {
        String hidden = unique("secret");
        join("grace").declares(hidden, Map.of("visibility", "MATCH_ONLY"));
        Somebody ada = join("ada");

        for (String tag : new String[] {hidden, unique("nobody's")}) {
            correct(ada, tag, "WRONG").statusCode(404).body(at("$.code", equalTo("unknown-tag")));
            correct(ada, tag, "LESS").statusCode(404).body(at("$.code", equalTo("unknown-interest")));
        }
        ada.asks()
                .body(Map.of())
                .put(MINE + "{tag}", hidden)
                .then()
                .statusCode(400)
                .body(at("$.errors[0].pointer", equalTo("/verdict")));
    }
}

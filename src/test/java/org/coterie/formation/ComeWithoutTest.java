package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever is in no group because of those they come with is told without whom there would be one: whoever does so is in it. */
@QuarkusTest
@Tag("http")
class ComeWithoutTest {

    private static final String SUGGESTIONS = "/v1/people/me/suggestions";

    private static Somebody speaker(String name, String language) {
        return join(Map.of("handle", unique(name), "displayName", name, "languages", List.of(language)));
    }

    private static void together(Somebody one, Somebody other) {
        one.asks().put("/v1/people/me/companions/" + other.id()).then().statusCode(204);
        other.asks().put("/v1/people/me/companions/" + one.id()).then().statusCode(204);
    }

    private static void part(Somebody one, Somebody other) {
        one.asks().delete("/v1/people/me/companions/" + other.id()).then().statusCode(204);
    }

    private static ValidatableResponse whyNot(Somebody one) {
        return one.asks()
                .get(SUGGESTIONS + "/why-not")
                .then()
                .statusCode(200)
                .body(at("$.wouldHelp", empty()))
                .body(at("$.terms", empty()));
    }

    /** A group of three places, of which two are taken. */
    private static String almostFull(String tag) {
        var dee = speaker("Dee", "en");
        var eve = speaker("Eve", "en");
        String group = dee.asks()
                .body(Map.of(
                        "name",
                        tag,
                        "purpose",
                        Map.of("statement", tag, "tags", List.of(tag)),
                        "minSize",
                        2,
                        "maxSize",
                        3))
                .post("/v1/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        takePlace(eve, group);
        return group;
    }

    private static void takePlace(Somebody one, String group) {
        one.asks().put("/v1/groups/%s/members/me".formatted(group)).then().statusCode(200);
    }

    @Test
    void aPlaceInAGroupWhereTheirCompanionCannotSit() {
        String tag = unique("ferry");
        Stream.of("Cy", "Dee", "Eve").forEach(name -> speaker(name, "en").caresAbout(tag));
        var ada = speaker("Ada", "en");
        var bo = speaker("Bo", "de");
        together(ada, bo);
        ada.caresAbout(tag);

        whyNot(ada)
                .body(at("$.reason", equalTo("OTHERS")))
                .body(at("$.sentence", endsWith("with you and those you come with.")))
                .body(at("$.comeWithout[*].personIds[*]", contains(bo.id())))
                .body(at(
                        "$.comeWithout[0].sentence",
                        equalTo("If you came without Bo, there would be a group for you: %s.".formatted(tag))));
        ada.asks().get(SUGGESTIONS).then().body(at("$.groups", empty()));
        part(ada, bo);
        String group = ada.asks().get(SUGGESTIONS).path("groups[0].group.id");
        takePlace(ada, group);
    }

    @Test
    void aGroupOfThoseWhoWait() {
        String tag = unique("ferry");
        var ada = speaker("Ada", "en");
        var bo = speaker("Bo", "de");
        together(ada, bo);
        Stream.of(ada, speaker("Dee", "en"), speaker("Eve", "en")).forEach(one -> one.caresAbout(tag));

        whyNot(ada).body(at("$.comeWithout[*].personIds[*]", contains(bo.id())));
        part(ada, bo);
        ada.asks().get(SUGGESTIONS).then().body(at("$.groups[0].invited", equalTo(true)));
    }

    @Test
    void ofTwoWhoPartWhoeverDidSoComesFirst() {
        for (boolean adaNamedFirst : List.of(true, false)) {
            String tag = unique("ferry");
            String other = unique("barge");
            var ada = speaker("Ada", "en");
            var bo = speaker("Bo", "en");
            together(adaNamedFirst ? ada : bo, adaNamedFirst ? bo : ada);
            speaker("Cy", "en").caresAbout(tag, other);
            speaker("Dee", "en").caresAbout(tag);
            speaker("Eve", "en").caresAbout(other);
            ada.caresAbout(tag);
            bo.caresAbout(other);

            whyNot(ada).body(at("$.comeWithout[*].personIds[*]", contains(bo.id())));
            part(ada, bo);
            ada.asks().get(SUGGESTIONS).then().body(at("$.groups[0].invited", equalTo(true)));
        }
    }

    @Test
    void aPlaceInAGroupThatHasTooFewForTheirParty() {
        String tag = unique("ferry");
        String group = almostFull(tag);
        var ada = speaker("Ada", "en");
        var bo = speaker("Bo", "en");
        var cy = speaker("Cy", "en");
        together(ada, bo);
        together(bo, cy);
        ada.caresAbout(tag);

        whyNot(ada).body(at("$.comeWithout[*].personIds[*]", contains(bo.id())));
        together(ada, cy);
        whyNot(ada)
                .body(at("$.comeWithout.length()", equalTo(1)))
                .body(at("$.comeWithout[0].personIds", containsInAnyOrder(bo.id(), cy.id())))
                .body(at("$.comeWithout[0].sentence", startsWith("If you came without ")));
        part(ada, bo);
        assertThat(ada.asks().get(SUGGESTIONS).<List<?>>path("groups")).isEmpty();
        together(ada, bo);
        ada.asks().delete("/v1/people/me/companions").then().statusCode(204);
        ada.asks().get("/v1/people/me/companions").then().body(at("$.items", empty()));
        takePlace(ada, group);
    }

    @Test
    void nothingWhereOnlyThoseWouldWaitWhoHoldItForMatchingOnly() {
        String tag = unique("ferry");
        var ada = speaker("Ada", "en");
        together(ada, speaker("Bo", "de"));
        Stream.of("Dee", "Eve")
                .map(name -> speaker(name, "en"))
                .forEach(one -> one.asks()
                        .body(Map.of("visibility", "MATCH_ONLY"))
                        .put("/v1/people/me/interests/" + tag)
                        .then()
                        .statusCode(200));
        ada.caresAbout(tag);

        whyNot(ada).body(at("$.comeWithout", empty()));
    }

    @Test
    void nothingWhereItWouldNotHelp() {
        var ada = speaker("Ada", "en");
        var bo = speaker("Bo", "en");
        together(ada, bo);
        ada.caresAbout(unique("ferry"));

        whyNot(ada).body(at("$.reason", equalTo("TOO_FEW"))).body(at("$.comeWithout", empty()));
    }
}

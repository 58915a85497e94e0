package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who asks not to be the only one with something never is; formations and people at random are in {@link TermsTest}. */
@QuarkusTest
@Tag("http")
class NotTheOnlyOneTest {

    private static final String SUGGESTIONS = "/v1/people/me/suggestions";

    private static void minds(Somebody person, String... tags) {
        Guest.meetOn(person, "{\"notTheOnlyOneWith\": [\"%s\"]}".formatted(String.join("\", \"", tags)));
    }

    private static void holds(Somebody person, String visibility, String... tags) {
        person.asks()
                .body(Map.of(
                        "interests",
                        Arrays.stream(tags)
                                .map(tag -> Map.of("tag", tag, "visibility", visibility))
                                .toList()))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
    }

    /** Two who share a tag, and a third who shares it too and minds being the only one with something else. */
    private static Somebody third(String tag, String minded) {
        join("ada").caresAbout(tag);
        join("bo").caresAbout(tag);
        var cy = join("cy");
        minds(cy, minded);
        cy.caresAbout(tag, minded);
        return cy;
    }

    private static List<String> invitations(Somebody person) {
        return Door.json(person.asks().get("/v1/people/me/groups").asString())
                .path("items")
                .findValuesAsText("id");
    }

    private static String begin(Somebody founder, String tag) {
        return Door.json(founder.asks()
                        .body(Map.of("name", tag, "purpose", Map.of("statement", tag, "tags", List.of(tag))))
                        .post("/v1/groups")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .path("id")
                .asText();
    }

    private static Response takePlace(Somebody person, String group) {
        return person.asks().put("/v1/groups/%s/members/me".formatted(group));
    }

    @Test
    void whoMindsIsProposedTheMomentAnotherIsThereWhoeverReadsThatTheyAre() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        var cy = third(tag, minded);
        assertThat(invitations(cy)).isEmpty();

        var dee = join("dee");
        holds(dee, "MATCH_ONLY", minded, tag);

        assertThat(invitations(cy)).hasSize(1);
        assertThat(invitations(dee)).isEqualTo(invitations(cy));
    }

    @Test
    void whoMindsKeepsNobodyElseWaiting() {
        String tag = unique("longboat");
        var cy = third(tag, unique("single-parent"));
        var dee = join("dee");

        dee.caresAbout(tag);

        assertThat(invitations(dee)).hasSize(1);
        assertThat(invitations(cy)).isEmpty();
    }

    @Test
    void whatSomebodyDoesNotHoldOrKeepsToThemselvesBindsNobody() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        join("ada").caresAbout(tag);
        join("bo").caresAbout(tag);
        var cy = join("cy");
        minds(cy, minded, unique("never-held"));
        holds(cy, "PRIVATE", minded);
        assertThat(invitations(cy)).isEmpty();

        cy.asks()
                .body(Map.of("strength", 3))
                .put("/v1/people/me/interests/" + tag)
                .then()
                .statusCode(200);

        assertThat(invitations(cy)).hasSize(1);
    }

    @Test
    void somebodyElsesSecretIsNoCompany() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        var cy = third(tag, minded);
        var dee = join("dee");

        holds(dee, "PRIVATE", minded);
        dee.asks()
                .body(Map.of("strength", 3))
                .put("/v1/people/me/interests/" + tag)
                .then()
                .statusCode(200);

        assertThat(invitations(cy)).isEmpty();
    }

    @Test
    void anOpenPlaceIsSuggestedAndGivenOnlyBesideAnother() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        var ada = join("ada");
        ada.caresAbout(tag);
        String group = begin(ada, tag);
        var bo = join("bo");
        minds(bo, minded);
        bo.caresAbout(tag, minded);

        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(bo, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        holds(ada, "MATCH_ONLY", tag, minded);
        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(bo, group).then().statusCode(200);
        takePlace(join("cy"), group).then().statusCode(200);
    }

    @Test
    void whoeverMindsAndBeginsAGroupIsJoinedFirstByAnother() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        var ada = join("ada");
        minds(ada, minded);
        ada.caresAbout(minded);
        String group = begin(ada, tag);
        var bo = join("bo");
        bo.caresAbout(tag);

        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(bo, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        var cy = join("cy");
        cy.caresAbout(minded);
        takePlace(cy, group).then().statusCode(200);
        takePlace(bo, group).then().statusCode(200);
    }

    private static void leave(Somebody person, String group) {
        person.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);
    }

    @Test
    void whoMindsIsInvitedNoLongerOnceTheOtherOneIsGone() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        var cy = third(tag, minded);
        var dee = join("dee");
        dee.caresAbout(tag, minded);
        String group = invitations(cy).get(0);

        leave(dee, group);

        assertThat(invitations(cy)).isEmpty();
        dee.asks().get("/v1/groups/" + group).then().body(at("$.memberCount", equalTo(2)));
        takePlace(cy, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        takePlace(dee, group).then().statusCode(200);
        cy.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(cy, group).then().statusCode(200);
    }

    @Test
    void whoHasComeStaysAlsoAsTheOnlyOne() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        var cy = third(tag, minded);
        var dee = join("dee");
        dee.caresAbout(tag, minded);
        String group = invitations(cy).get(0);
        takePlace(cy, group).then().statusCode(200);

        leave(dee, group);

        assertThat(invitations(cy)).containsExactly(group);
    }

    @Test
    void aProposalIsOverWhenTheLastWhoAreInvitedCannotCome() {
        String minded = unique("single-parent");
        var people = List.of(join("ada"), join("bo"), join("cy"));
        people.forEach(one -> {
            minds(one, minded);
            one.caresAbout(minded);
        });
        String group = invitations(people.get(2)).get(0);
        leave(people.get(0), group);
        assertThat(invitations(people.get(2))).containsExactly(group);

        leave(people.get(1), group);

        people.get(2)
                .asks()
                .get("/v1/groups/" + group)
                .then()
                .body(at("$.state", equalTo("CLOSED")))
                .body(at("$.closedBecause", equalTo("EMPTY")))
                .body(at("$.memberCount", equalTo(0)));
    }

    @Test
    void whoMindsIsInvitedNoLongerOnceTheOtherOneKeepsItToThemselves() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        var cy = third(tag, minded);
        var dee = join("dee");
        dee.caresAbout(tag, minded);
        assertThat(invitations(cy)).hasSize(1);

        dee.asks()
                .body(Map.of("visibility", "PRIVATE"))
                .put("/v1/people/me/interests/" + minded)
                .then()
                .statusCode(200);

        assertThat(invitations(cy)).isEmpty();
        assertThat(invitations(dee)).hasSize(1);
    }

    @Test
    void whoComesToMindIsInvitedNoLongerWhereTheyAreTheOnlyOne() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        join("ada").caresAbout(tag);
        join("bo").caresAbout(tag);
        var cy = join("cy");
        cy.caresAbout(tag, minded);
        assertThat(invitations(cy)).hasSize(1);

        minds(cy, minded);

        assertThat(invitations(cy)).isEmpty();
    }

    @Test
    void whatIsOverByItselfIsNoCompanyAndEndsTheInvitationWhereItIsTried() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        var cy = third(tag, minded);
        var dee = join("dee");
        dee.caresAbout(tag, minded);
        String group = invitations(cy).get(0);
        dee.asks()
                .body(Map.of("until", Instant.now().plusSeconds(3).toString()))
                .put("/v1/people/me/interests/" + minded)
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> cy.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group)))));
        takePlace(cy, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));

        assertThat(invitations(cy)).isEmpty();
    }

    @Test
    void whoHasSaidNoToATagStillMindsBeingTheOnlyOneWithIt() {
        String minded = unique("single-parent");
        var cy = join("cy");
        minds(cy, minded);
        for (Somebody one : List.of(join("ada"), join("bo"), cy)) {
            one.caresAbout(minded);
        }
        String group = invitations(cy).get(0);
        cy.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);
        String tag = unique("longboat");
        join("dee").caresAbout(tag);
        join("eve").caresAbout(tag);

        cy.caresAbout(minded, tag);

        assertThat(invitations(cy)).isEmpty();
    }

    @Test
    void whoMindsIsToldThatItIsInTheWayAndWhatWouldHelp() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        String other = unique("other");
        var cy = third(tag, minded);
        minds(cy, other, minded);

        cy.asks()
                .get("/v1/people/me/suggestions/why-not")
                .then()
                .body(at("$.reason", equalTo("YOUR_TERMS")))
                .body(at("$.terms", contains("NOT_THE_ONLY_ONE")))
                .body(at("$.wouldHelp[0].change.matching.notTheOnlyOneWith", contains(other)))
                .body(at(
                        "$.wouldHelp[0].sentence",
                        equalTo("If you did not mind being the only one with %s, there would be a group for you: %s."
                                .formatted(minded, tag))));
        minds(cy, other);
        assertThat(invitations(cy)).hasSize(1);
    }

    @Test
    void whatWouldHelpInOtherWaysLeavesNobodyAlone() {
        String tag = unique("longboat");
        String minded = unique("single-parent");
        join("ada").caresAbout(tag);
        join("bo").caresAbout(tag);
        var cy = join(Map.of("handle", unique("cy"), "languages", List.of("fr")));
        minds(cy, minded);
        cy.caresAbout(tag, minded);

        cy.asks()
                .get("/v1/people/me/suggestions/why-not")
                .then()
                .body(at("$.terms", contains("LANGUAGES", "NOT_THE_ONLY_ONE")));
    }
}

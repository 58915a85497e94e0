package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.coterie.Together;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who comes together comes together or not at all; formations and people at random are in {@link TermsTest}. */
@QuarkusTest
@Tag("http")
class CompanionsTest {

    private static final String COMPANIONS = "/v1/people/me/companions";
    private static final String SUGGESTIONS = "/v1/people/me/suggestions";

    private static Response name(Somebody who, Somebody whom) {
        return who.asks().put(COMPANIONS + "/" + whom.id());
    }

    private static void together(Somebody one, Somebody other) {
        name(one, other).then().statusCode(204);
        name(other, one).then().statusCode(204);
    }

    private static List<String> groups(Somebody person) {
        return Door.json(person.asks().get("/v1/people/me/groups").asString())
                .path("items")
                .findValuesAsText("id");
    }

    private static String state(Somebody person) {
        return Door.json(person.asks().get("/v1/people/me/groups").asString())
                .path("items")
                .path(0)
                .path("state")
                .asText();
    }

    private static Response begin(Somebody founder, String tag, int maxSize) {
        return founder.asks()
                .body(Map.of(
                        "name",
                        tag,
                        "purpose",
                        Map.of("statement", tag, "tags", List.of(tag)),
                        "minSize",
                        2,
                        "maxSize",
                        maxSize))
                .post("/v1/groups");
    }

    private static String idOf(Response group) {
        return Door.json(group.then().statusCode(201).extract().asString())
                .path("id")
                .asText();
    }

    private static Response takePlace(Somebody person, String group) {
        return person.asks().put("/v1/groups/%s/members/me".formatted(group));
    }

    @Test
    void whoComesByThemselvesAgainDropsBothAtOnce() {
        var ada = join("ada");
        var bo = join("bo");
        name(ada, bo).then().statusCode(204);
        name(bo, ada).then().statusCode(204);
        String one = ada.asks().get(COMPANIONS).header("ETag");
        name(ada, join("cy")).then().statusCode(204);

        ada.asks().header("If-Match", one).delete(COMPANIONS).then().statusCode(412);
        ada.asks().get(COMPANIONS).then().body(at("$.items", hasSize(2)));
        String both = ada.asks().get(COMPANIONS).header("ETag");
        ada.asks().header("If-Match", both).delete(COMPANIONS).then().statusCode(204);
        ada.asks().delete(COMPANIONS).then().statusCode(204);

        ada.asks().get(COMPANIONS).then().body(at("$.items", empty()));
        bo.asks().get(COMPANIONS).then().body(at("$.items[0].mutual", equalTo(false)));
    }

    @Test
    void namingIsToldToNobodyUntilBothHave() {
        var ada = join("ada");
        var bo = join("bo");

        name(ada, bo).then().statusCode(204);
        name(ada, bo).then().statusCode(204);
        bo.asks().get(COMPANIONS).then().statusCode(200).body(at("$.items", empty()));
        ada.asks()
                .get(COMPANIONS)
                .then()
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].personId", equalTo(bo.id())))
                .body(at("$.items[0].handle", equalTo(bo.handle())))
                .body(at("$.items[0].mutual", equalTo(false)))
                .body(at("$.items[0].namedAt", endsWith("Z")));
        name(bo, ada).then().statusCode(204);
        ada.asks().get(COMPANIONS).then().body(at("$.items[0].mutual", equalTo(true)));
        bo.asks().get(COMPANIONS).then().body(at("$.items[0].mutual", equalTo(true)));
        bo.asks().delete(COMPANIONS + "/" + ada.id()).then().statusCode(204);
        bo.asks().delete(COMPANIONS + "/" + ada.id()).then().statusCode(204);
        ada.asks().get(COMPANIONS).then().body(at("$.items[0].mutual", equalTo(false)));
        bo.asks().delete("/v1/people/me").then().statusCode(204);
        ada.asks().get(COMPANIONS).then().body(at("$.items", empty()));
    }

    @Test
    void twoMayBeNamedAtMostHoweverFast() throws Exception {
        var ada = join("ada");
        var others = Stream.of("bo", "cy", "dee", "eve").map(name -> join(name)).toList();

        List<Integer> answers = Together.all(others.stream()
                .<Callable<Integer>>map(other -> () -> name(ada, other).statusCode())
                .toList());

        assertThat(answers).containsExactlyInAnyOrder(204, 204, 409, 409);
        ada.asks().get(COMPANIONS).then().body(at("$.items", hasSize(2)));
        name(ada, join("fay")).then().statusCode(409).body(at("$.code", equalTo("too-many-companions")));
    }

    @Test
    void nobodyNamesThemselvesOrNobody() {
        var ada = join("ada");

        name(ada, ada).then().statusCode(400).body(at("$.code", equalTo("own-id")));
        ada.asks()
                .put(COMPANIONS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-person")));
        operator().get(COMPANIONS).then().statusCode(403);
    }

    @Test
    void whoeverBlocksOrAvoidsACompanionComesWithoutThem() {
        var ada = join("ada");
        var bo = join("bo");
        var cy = join("cy");
        together(ada, bo);
        together(ada, cy);

        ada.asks().put("/v1/people/me/blocks/" + bo.id()).then().statusCode(204);
        ada.asks().put("/v1/people/me/avoids/" + cy.id()).then().statusCode(204);

        ada.asks().get(COMPANIONS).then().body(at("$.items", empty()));
    }

    @Test
    void whoNamesSomebodyTheyKeepAwayFromComesAloneAndTellsNothing() {
        for (String list : List.of("blocks", "avoids")) {
            var ada = join("ada");
            var bo = join("bo");
            ada.asks()
                    .put("/v1/people/me/%s/%s".formatted(list, bo.id()))
                    .then()
                    .statusCode(204);

            together(ada, bo);

            bo.asks().get(COMPANIONS).then().body(at("$.items[0].mutual", equalTo(false)));
            ada.asks().get(COMPANIONS).then().body(at("$.items[0].mutual", equalTo(false)));
            String group = idOf(begin(bo, unique("alone"), 8));
            assertThat(groups(ada)).isEmpty();
            bo.asks().get("/v1/groups/" + group).then().body(at("$.memberCount", equalTo(1)));
        }
    }

    @Test
    void whoIsNamedByAnotherAloneIsBoundByNothing() {
        String tag = unique("ferry");
        var ada = join("ada");
        name(join("bo"), ada).then().statusCode(204);

        Stream.of(join("cy"), join("dee"), ada).forEach(one -> one.caresAbout(tag));

        assertThat(groups(ada)).hasSize(1);
    }

    @Test
    void aProposalHasBothOrNone() {
        String tag = unique("ferry");
        var ada = join("ada");
        var bo = join("bo");
        together(ada, bo);
        Stream.of(join("cy"), join("dee"), ada).forEach(one -> one.caresAbout(tag));
        assertThat(groups(ada)).isEmpty();

        bo.caresAbout(tag);

        assertThat(groups(ada)).hasSize(1).isEqualTo(groups(bo));
    }

    @Test
    void whereOneOfThemCannotSitTheOtherIsNotSeatedUntilTheyComeAlone() {
        String tag = unique("ferry");
        var ada = join("ada");
        var bo = join("bo");
        var cy = join("cy");
        cy.asks().put("/v1/people/me/avoids/" + bo.id()).then().statusCode(204);
        together(ada, bo);
        Stream.of(cy, join("dee"), bo, ada).forEach(one -> one.caresAbout(tag));
        assertThat(groups(cy)).isEmpty();

        bo.asks().delete(COMPANIONS + "/" + ada.id()).then().statusCode(204);

        assertThat(Stream.of(ada, bo, cy).map(one -> groups(one).size())).contains(1);
    }

    @Test
    void whoTakesAnOpenPlaceBringsAnInvitationForTheOther() {
        String tag = unique("ferry");
        var ada = join("ada");
        String small = idOf(begin(ada, tag, 2));
        String large = idOf(begin(ada, tag, 4));
        var bo = join("bo");
        var cy = join("cy");
        together(bo, cy);
        bo.caresAbout(tag);

        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(small))));
        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(large)));
        takePlace(bo, small).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        takePlace(bo, large)
                .then()
                .statusCode(200)
                .body(at("$.memberCount", equalTo(3)))
                .body(at("$.activeCount", equalTo(2)));
        assertThat(groups(cy)).containsExactly(large);
        assertThat(state(cy)).isEqualTo("INVITED");
        takePlace(join("dee"), large).then().statusCode(200);
        takePlace(join("eve"), large).then().statusCode(409);
        takePlace(cy, large).then().statusCode(200).body(at("$.activeCount", equalTo(4)));
    }

    @Test
    void whoSaidNoOrMustNotMeetSomebodyThereIsNotBrought() {
        String tag = unique("ferry");
        var ada = join("ada");
        String group = idOf(begin(ada, tag, 5));
        var bo = join("bo");
        var cy = join("cy");
        bo.caresAbout(tag);
        together(bo, cy);
        cy.asks().put("/v1/people/me/avoids/" + ada.id()).then().statusCode(204);
        bo.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(bo, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        cy.asks().delete("/v1/people/me/avoids/" + ada.id()).then().statusCode(204);
        takePlace(bo, group).then().statusCode(200);

        cy.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);
        assertThat(groups(bo)).containsExactly(group);
        bo.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);
        var gil = join("gil");
        gil.caresAbout(tag);
        gil.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        together(cy, gil);
        gil.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(gil, group).then().statusCode(409);
        takePlace(bo, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        takePlace(cy, group).then().statusCode(409);
        name(join("dee"), bo).then().statusCode(204);
        cy.asks().delete(COMPANIONS + "/" + bo.id()).then().statusCode(204);
        takePlace(bo, group).then().statusCode(200);
    }

    @Test
    void nobodyOfAPartyIsAskedAloneToWhereAnotherOfItIs() {
        String tag = unique("ferry");
        var ada = join("ada");
        ada.caresAbout(tag);
        var bo = join("bo");
        var cy = join("cy");
        String group = idOf(begin(bo, tag, 6));
        takePlace(ada, group).then().statusCode(200);
        var dee = join("dee");
        together(bo, cy);
        together(bo, dee);
        dee.asks().put("/v1/people/me/avoids/" + ada.id()).then().statusCode(204);
        cy.caresAbout(tag);

        TermsTest.form("{}");

        assertThat(groups(cy)).isEmpty();
        takePlace(cy, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        dee.asks().delete("/v1/people/me/avoids/" + ada.id()).then().statusCode(204);
        takePlace(cy, group).then().statusCode(200);
        assertThat(groups(dee)).containsExactly(group);
    }

    @Test
    void whoIsKeptFromAGroupByTheirCompanyIsToldThatItIsMeantToo() {
        String tag = unique("ferry");
        var ada = join(Map.of("handle", unique("ada"), "languages", List.of("en")));
        var bo = join(Map.of("handle", unique("bo"), "languages", List.of("de")));
        together(ada, bo);
        Stream.of("cy", "dee", "eve")
                .map(name -> join(Map.of("handle", unique(name), "languages", List.of("en"))))
                .forEach(other -> other.caresAbout(tag));
        ada.caresAbout(tag);

        ada.asks()
                .get("/v1/people/me/suggestions/why-not")
                .then()
                .statusCode(200)
                .body(at("$.reason", equalTo("OTHERS")))
                .body(at("$.sentence", endsWith("with you and those you come with.")));
    }

    @Test
    void whoBeginsAGroupInvitesTheirCompanions() {
        String tag = unique("ferry");
        var ada = join("ada");
        var bo = join("bo");
        var cy = join("cy");
        together(ada, bo);
        together(ada, cy);

        begin(ada, tag, 2).then().statusCode(409).body(at("$.code", equalTo("companions-cannot-come")));
        assertThat(groups(ada)).isEmpty();
        String group = idOf(begin(ada, tag, 3));

        ada.asks()
                .get("/v1/groups/%s/members".formatted(group))
                .then()
                .body(at("$.items[*].personId", containsInAnyOrder(ada.id(), bo.id(), cy.id())));
        assertThat(groups(cy)).containsExactly(group);
        ada.asks().put("/v1/people/me/blocks/" + bo.id()).then().statusCode(204);
        begin(ada, tag, 2).then().statusCode(201).body(at("$.memberCount", equalTo(2)));
        cy.asks().get("/v1/people/me/groups").then().body(at("$.items[*].state", contains("INVITED", "INVITED")));
    }

    @Test
    void whoSeeksIsBroughtAlongOnlyBesideSomebodyWhoOffers() {
        String tag = unique("ferry");
        var ada = join("ada");
        ada.caresAbout(tag);
        var bo = join("bo");
        Guest.says(bo, "SEEK", tag);
        together(ada, bo);
        var cy = join("cy");
        cy.caresAbout(tag);
        String group = idOf(begin(cy, tag, 5));

        begin(ada, tag, 5).then().statusCode(409).body(at("$.code", equalTo("companions-cannot-come")));
        ada.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(ada, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        assertThat(groups(bo)).isEmpty();
        Guest.says(cy, "OFFER", tag);
        ada.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(ada, group).then().statusCode(200);
        takePlace(bo, group).then().statusCode(200);
    }

    private static void decline(Somebody person, String group) {
        person.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);
    }

    private static String proposed(String tag, Somebody... people) {
        Stream.of(people).forEach(one -> one.caresAbout(tag));
        return groups(people[people.length - 1]).get(0);
    }

    @Test
    void whereOneOfTwoDeclinesTheOtherIsInvitedNoLonger() {
        var ada = join("ada");
        var bo = join("bo");
        together(ada, bo);
        String group = proposed(unique("ferry"), join("cy"), join("dee"), ada, bo);

        decline(bo, group);

        assertThat(groups(ada)).isEmpty();
        ada.asks().get("/v1/groups/" + group).then().body(at("$.memberCount", equalTo(2)));
        ada.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", not(hasItem(group))));
        takePlace(ada, group).then().statusCode(409).body(at("$.code", equalTo("group-full")));
        ada.asks().delete(COMPANIONS + "/" + bo.id()).then().statusCode(204);
        ada.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(ada, group).then().statusCode(200).body(at("$.memberCount", equalTo(3)));
    }

    @Test
    void whereOneOfAPartyDeclinesNoneOfItIsInvitedAndItsProposalIsOver() {
        var ada = join("ada");
        var bo = join("bo");
        var cy = join("cy");
        together(ada, bo);
        together(bo, cy);
        String group = proposed(unique("ferry"), ada, bo, cy);

        decline(cy, group);

        assertThat(groups(ada)).isEmpty();
        cy.asks()
                .get("/v1/groups/" + group)
                .then()
                .body(at("$.state", equalTo("CLOSED")))
                .body(at("$.closedBecause", equalTo("EMPTY")));
    }

    @Test
    void whoHasComeStaysWhereTheOtherDeclines() {
        var ada = join("ada");
        var bo = join("bo");
        together(ada, bo);
        String group = proposed(unique("ferry"), join("cy"), ada, bo);
        takePlace(ada, group).then().statusCode(200);

        decline(bo, group);

        assertThat(state(ada)).isEqualTo("ACTIVE");
    }

    @Test
    void whoLeavesAltogetherTakesNobodysInvitationAlong() {
        var ada = join("ada");
        var bo = join("bo");
        together(ada, bo);
        String group = proposed(unique("ferry"), join("cy"), join("dee"), ada, bo);

        bo.asks().delete("/v1/people/me").then().statusCode(204);

        assertThat(groups(ada)).containsExactly(group);
        takePlace(ada, group).then().statusCode(200).body(at("$.memberCount", equalTo(3)));
    }

    @Test
    void whoIsInvitedAloneAndFindsACompanionIsAskedTogetherWithThem() {
        String tag = unique("ferry");
        var ada = join("ada");
        var bo = join("bo");
        String group = proposed(tag, join("cy"), join("dee"), ada);
        name(ada, bo).then().statusCode(204);
        assertThat(groups(ada)).containsExactly(group);

        name(bo, ada).then().statusCode(204);

        assertThat(groups(ada)).isEmpty();
        ada.asks().get(SUGGESTIONS).then().body(at("$.groups[*].group.id", hasItem(group)));
        takePlace(ada, group).then().statusCode(200).body(at("$.memberCount", equalTo(4)));
        assertThat(groups(bo)).containsExactly(group);
    }

    @Test
    void twoWhoTakeTheSamePlacesAtOnceEndUpTogether() throws Exception {
        String tag = unique("ferry");
        String group = idOf(begin(join("ada"), tag, 4));
        var bo = join("bo");
        var cy = join("cy");
        together(bo, cy);

        List<Integer> answers = Together.all(List.of(
                () -> takePlace(bo, group).statusCode(),
                () -> takePlace(cy, group).statusCode()));

        assertThat(answers).containsOnly(200);
        assertThat(Stream.of(bo, cy).map(CompanionsTest::state)).containsOnly("ACTIVE");
    }
}

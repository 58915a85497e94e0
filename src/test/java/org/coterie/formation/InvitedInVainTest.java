package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.Door.Somebody;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who is invited and could not come any more, since an interest of another has faded, is no company for anybody else. Nobody has
 * done anything since, so that they are invited still.
 */
@QuarkusTest
@Tag("http")
class InvitedInVainTest {

    @Inject
    AgroalDataSource database;

    private final String tag = unique("lathe");
    private final String kind = unique("kind");
    private Somebody ada;
    private Somebody cy;
    private Somebody di;
    private String group;

    /** A proposal into which whoever offers comes only beside another of their kind, who seeks. */
    @BeforeEach
    void propose() {
        ada = join("ada");
        cy = join("cy");
        di = join("di");
        Guest.meetOn(cy, "{\"notTheOnlyOneWith\": [\"%s\"]}".formatted(kind));
        ada.caresAbout(tag);
        cy.caresAbout(kind);
        cy.declares(tag, Map.of("stance", "OFFER"));
        di.caresAbout(kind);
        di.declares(tag, Map.of("stance", "SEEK"));
        group = ada.asks().get("/v1/people/me/suggestions").path("groups[0].group.id");
    }

    /** As if the other had said of their kind long ago that it is over by now: of which nothing but memory is told. */
    private void fade() throws SQLException {
        var diId = UUID.fromString(di.id());
        try (Connection connection = database.getConnection();
                PreparedStatement age = connection.prepareStatement("""
                        update interest set matches_until = ?
                        where person_id = ? and tag_id = (select id from tag where name = ?)
                        """)) {
            age.setObject(1, Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC));
            age.setObject(2, diId);
            age.setString(3, kind);
            assertThat(age.executeUpdate()).isEqualTo(1);
            ChangeLog.note(Topic.INTERESTS, List.of(diId), connection);
        }
    }

    private int takes(Somebody somebody) {
        return somebody.asks().put("/v1/groups/%s/members/me".formatted(group)).statusCode();
    }

    private static void isInNone(Somebody one) {
        one.asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));
    }

    @Test
    void whoLooksAtTheirGroupsIsInvitedNoLonger() throws SQLException {
        cy.asks().get("/v1/people/me/groups").then().body(at("$.items[*].group.id", contains(group)));
        fade();

        isInNone(cy);
        cy.asks().get("/v1/events").then().body(at("$.items[*].type", hasItem("invitation.ended")));
    }

    @Test
    void whoAsksWhyNotIsNotSaidToBeInAGroup() throws SQLException {
        fade();

        cy.asks()
                .get("/v1/people/me/suggestions/why-not")
                .then()
                .statusCode(200)
                .body(at("$.reason", not(equalTo("IN_A_GROUP"))));
        isInNone(cy);
    }

    @Test
    void nobodyIsOfferedAnOpenPlaceForTheirSake() throws SQLException {
        assertThat(takes(ada)).isEqualTo(200);
        var eve = join("eve");
        eve.declares(tag, Map.of("stance", "SEEK"));
        eve.asks().get("/v1/people/me/suggestions").then().body(at("$.groups[*].group.id", contains(group)));

        fade();

        eve.asks().get("/v1/people/me/suggestions").then().body(at("$.groups", empty()));
        assertThat(takes(eve)).isEqualTo(409);
    }

    @Test
    void whoTakesAnOpenPlaceDoesNotWaitForThem() throws SQLException {
        assertThat(takes(ada)).isEqualTo(200);
        fade();

        var eve = join("eve");
        eve.caresAbout(tag);
        assertThat(takes(eve)).isEqualTo(200);

        isInNone(cy);
        isInNone(di);
        eve.asks().get("/v1/groups/" + group).then().body(at("$.memberCount", equalTo(2)));
    }

    @Test
    void whoTakesAnOpenPlaceAndIsOfTheirKindLetsThemCome() throws SQLException {
        assertThat(takes(ada)).isEqualTo(200);
        fade();

        var eve = join("eve");
        eve.caresAbout(kind);
        eve.declares(tag, Map.of("stance", "SEEK"));
        assertThat(takes(eve)).isEqualTo(200);

        assertThat(takes(cy)).isEqualTo(200);
    }

    @Test
    void whoWaitsIsInvitedInTheirSteadWhenSomebodyAccepts() throws SQLException {
        var eve = join("eve");
        eve.caresAbout(tag);
        isInNone(eve);
        fade();

        assertThat(takes(ada)).isEqualTo(200);

        isInNone(cy);
        eve.asks().get("/v1/people/me/groups").then().body(at("$.items[*].group.id", contains(group)));
    }

    @Test
    void aFormationAsksNobodyForTheirSake() throws SQLException {
        assertThat(takes(ada)).isEqualTo(200);
        var eve = join("eve");
        eve.declares(tag, Map.of("stance", "SEEK"));
        fade();

        FormationOverGroupsTest.form("{\"dryRun\": true}");
        ada.asks().get("/v1/groups/" + group).then().body(at("$.memberCount", equalTo(3)));

        FormationOverGroupsTest.form("{}");
        isInNone(eve);
        isInNone(cy);
        ada.asks().get("/v1/people/me/groups").then().body(at("$.items[*].group.id", contains(group)));
    }
}

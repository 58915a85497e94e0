package org.coterie.formation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proposals that have become too small, and who is invited into them. */
@QuarkusTest
@Tag("http")
class VacanciesTest {

    private static final String SUGGESTIONS = "/v1/people/me/suggestions";

    @Inject
    DataSource database;

    /** A proposal in which one has said no, and two are left. */
    private static String tooSmall(String tag) {
        List<Somebody> people = List.of(join("ada"), join("bo"), join("cy"));
        people.forEach(person -> person.caresAbout(tag));
        String group = groupOf(people.get(0));
        decline(people.get(0), group);
        return group;
    }

    private static String groupOf(Somebody one) {
        return one.asks().get(SUGGESTIONS).path("groups[0].group.id");
    }

    private static void decline(Somebody person, String group) {
        person.asks().delete("/v1/groups/%s/members/me".formatted(group)).then().statusCode(204);
    }

    private static void caresAbout(Somebody one, Map<String, String> visibilities) {
        one.asks()
                .body(Map.of(
                        "interests",
                        visibilities.entrySet().stream()
                                .map(said -> Map.of("tag", said.getKey(), "visibility", said.getValue()))
                                .toList()))
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200);
    }

    @Test
    void whoComesInAFileIsInvitedAsWhoSaysSo() {
        String tag = unique("samovar");
        String group = tooSmall(tag);
        var dora = join("dora");

        operator()
                .contentType("application/x-ndjson")
                .body("{\"handle\":\"%s\",\"interests\":[{\"tag\":\"%s\"}]}"
                        .formatted(dora.handle(), tag)
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202);

        await().atMost(20, SECONDS)
                .untilAsserted(() -> dora.asks()
                        .get("/v1/people/me/groups")
                        .then()
                        .body(at("$.items[*].group.id", contains(group)))
                        .body(at("$.items[0].because[*].tag", contains(tag))));
    }

    @Test
    void whoIsInvitedReadsTheirOwnReasonsWhoeverMadeRoomForThem() {
        String open = unique("samovar");
        String secret = unique("teapot");
        var ada = join("ada");
        caresAbout(ada, Map.of(open, "PUBLIC", secret, "MATCH_ONLY"));
        var bo = join("bo");
        bo.caresAbout(open, secret);
        var cy = join("cy");
        cy.caresAbout(open, secret);
        String group = groupOf(cy);
        var dora = join("dora");
        dora.caresAbout(open, secret);
        cy.asks().delete("/v1/people/me/interests/" + secret).then().statusCode(204);

        decline(cy, group);

        var told = dora.asks()
                .get("/v1/groups/%s/members/me".formatted(group))
                .then()
                .statusCode(200);
        assertThat(told.extract().<List<String>>path("because.tag")).containsExactlyInAnyOrder(open, secret);
        told.body(at("$.affinity", equalTo(1.0)));
    }

    @Test
    void whereTheProposalIsBusyItIsTriedAgain() throws SQLException {
        String tag = unique("samovar");
        String group = tooSmall(tag);
        var dora = join("dora");

        try (Connection connection = database.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select id from peer_group where id = ? for update")) {
            connection.setAutoCommit(false);
            lock.setObject(1, UUID.fromString(group));
            lock.executeQuery().close();
            dora.caresAbout(tag);
            connection.rollback();
            connection.setAutoCommit(true);
        }

        dora.asks()
                .get(SUGGESTIONS)
                .then()
                .body(at("$.groups[*].group.id", contains(group)))
                .body(at("$.groups[0].invited", equalTo(true)));
    }

    @Test
    void whoHoldsOpenlyWhatIsNotDisclosedIsInvitedWithoutAsking() {
        String secret = unique("teapot");
        var ada = join("ada");
        caresAbout(ada, Map.of(secret, "MATCH_ONLY"));
        var bo = join("bo");
        bo.caresAbout(secret);
        var cy = join("cy");
        cy.caresAbout(secret);
        String group = groupOf(cy);
        var dora = join("dora");
        dora.caresAbout(secret);

        decline(cy, group);

        dora.asks().get("/v1/people/me/groups").then().body(at("$.items[*].group.id", contains(group)));
    }

    @Test
    void whoCouldNotComeIsInvitedAsSoonAsSomebodyInItMakesItPossible() {
        String tag = unique("samovar");
        var ada = join("ada");
        var bo = join(Map.of("handle", unique("bo"), "languages", List.of("en", "de")));
        var cy = join("cy");
        List.of(ada, bo, cy).forEach(one -> one.caresAbout(tag));
        String group = groupOf(ada);
        decline(cy, group);
        var dora = join(Map.of("handle", unique("dora"), "languages", List.of("de")));
        dora.caresAbout(tag);
        dora.asks().get("/v1/people/me/groups").then().body(at("$.items", empty()));

        ada.asks()
                .contentType("application/merge-patch+json")
                .body(Map.of("languages", List.of("en", "de")))
                .patch("/v1/people/me")
                .then()
                .statusCode(200);

        dora.asks().get("/v1/people/me/groups").then().body(at("$.items[*].group.id", contains(group)));
    }

    @Test
    void ofTwoProposalsNoneIsHeldWhileTheOtherIsWaitedFor() throws Exception {
        String tag = unique("samovar");
        String more = unique("teapot");
        String earlier = tooSmall(tag);
        var late = Stream.of("ada", "bo", "cy")
                .map(name -> join(Map.of("handle", unique(name), "languages", List.of("de"))))
                .toList();
        late.forEach(one -> one.caresAbout(tag, more));
        String later = groupOf(late.get(0));
        decline(late.get(0), later);
        assertThat(later).isNotEqualTo(earlier);
        var dora = join("dora");
        var held = new AtomicInteger();

        try (Connection holding = database.getConnection();
                Connection looking = database.getConnection()) {
            holding.setAutoCommit(false);
            looking.setAutoCommit(false);
            lock(holding, earlier, "");
            var saying = new Thread(() -> dora.caresAbout(tag, more));
            saying.start();
            while (saying.isAlive()) {
                held.addAndGet(lock(looking, later, " skip locked") ? 0 : 1);
                looking.rollback();
            }
            holding.rollback();
            holding.setAutoCommit(true);
            looking.setAutoCommit(true);
        }

        assertThat(held).hasValue(0);
    }

    private static boolean lock(Connection connection, String group, String how) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select id from peer_group where id = ? for update" + how)) {
            lock.setObject(1, UUID.fromString(group));
            try (var row = lock.executeQuery()) {
                return row.next();
            }
        }
    }
}

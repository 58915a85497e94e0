package org.coterie.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom somebody avoids; formations and people at random are in {@code TermsTest}. */
@QuarkusTest
@Tag("http")
class AvoidsTest {

    private static final String AVOIDS = "/v1/people/me/avoids";

    @Inject
    Safety safety;

    private static void avoid(Somebody who, Somebody whom) {
        who.asks().put(AVOIDS + "/" + whom.id()).then().statusCode(204);
    }

    private static UUID idOf(Somebody somebody) {
        return UUID.fromString(somebody.id());
    }

    @Test
    void neitherOpenPlacesNorWhoHasLeftTellThatSomebodyAvoidsOne() {
        var ada = join("ada");
        var bo = join("bo");
        var marvin = join("marvin");
        String group = "/v1/groups/"
                + Door.json(ada.asks()
                                .body(Map.of(
                                        "name",
                                        "Silence",
                                        "purpose",
                                        Map.of("statement", "Silence", "tags", List.of(unique("silence"))),
                                        "minSize",
                                        2,
                                        "maxSize",
                                        8))
                                .post("/v1/groups")
                                .asString())
                        .path("id")
                        .asText();
        bo.asks().put(group + "/members/me").then().statusCode(200);
        marvin.asks().put(group + "/members/me").then().statusCode(200);

        avoid(bo, marvin);

        marvin.asks().get(group).then().body(at("$.openPlaces", equalTo(5)));
        bo.asks().delete(group + "/members/me").then().statusCode(204);
        marvin.asks().get("/v1/people/me/groups").then().body(at("$.items[0].left[*].handle", contains(bo.handle())));
        bo.asks().get(group).then().body(at("$.openPlaces", equalTo(6)));
        bo.asks().put(group + "/members/me").then().statusCode(409).body(at("$.code", equalTo("group-full")));
    }

    @Test
    void avoidingTwiceIsAvoidingOnceUntilItIsTakenBack() {
        var ada = join("ada");
        var marvin = join("marvin");

        avoid(ada, marvin);
        avoid(ada, marvin);

        ada.asks()
                .get(AVOIDS)
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].personId", equalTo(marvin.id())))
                .body(at("$.items[0].handle", equalTo(marvin.handle())))
                .body(at("$.items[0].displayName", equalTo("marvin")))
                .body(at("$.items[0].avoidedAt", endsWith("Z")));
        ada.asks().delete(AVOIDS + "/" + marvin.id()).then().statusCode(204);
        ada.asks().delete(AVOIDS + "/" + marvin.id()).then().statusCode(204);
        ada.asks().get(AVOIDS).then().body(at("$.items", empty()));
        assertThat(safety.apart(idOf(ada), idOf(marvin))).isFalse();
    }

    @Test
    void itKeepsThemApartBothWaysBesideAnyBlock() {
        var ada = join("ada");
        var marvin = join("marvin");
        avoid(ada, marvin);
        ada.asks().put("/v1/people/me/blocks/" + marvin.id()).then().statusCode(204);
        ada.asks().delete("/v1/people/me/blocks/" + marvin.id()).then().statusCode(204);

        assertThat(safety.apart(idOf(marvin), idOf(ada))).isTrue();
        assertThat(safety.apartFrom(idOf(ada))).containsExactly(idOf(marvin));
        assertThat(safety.apartFrom(idOf(marvin))).containsExactly(idOf(ada));
        Set<Set<UUID>> apart = new HashSet<>();
        safety.eachTwoApart((one, other) -> apart.add(Set.of(one, other)));
        assertThat(apart).contains(Set.of(idOf(ada), idOf(marvin)));
    }

    @Test
    void whoeverIsAvoidedReadsWhatTheyReadBefore() {
        var ada = join("ada");
        var marvin = join("marvin");
        List<String> reads = List.of(
                "/v1/people/" + ada.id(), AVOIDS, "/v1/people/me/blocks", "/v1/people/me", "/v1/people/me/groups");
        List<String> before =
                reads.stream().map(read -> marvin.asks().get(read).asString()).toList();

        avoid(ada, marvin);

        assertThat(reads.stream().map(read -> marvin.asks().get(read).asString()))
                .isEqualTo(before);
        marvin.asks().delete(AVOIDS + "/" + ada.id()).then().statusCode(204);
        assertThat(safety.apart(idOf(ada), idOf(marvin))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverAvoidsAndWhoeverIsAvoidedArePlacedNowhereTogether(boolean theOtherWay) {
        String tag = unique("orchard");
        var ada = join("ada");
        var marvin = join("marvin");
        avoid(theOtherWay ? marvin : ada, theOtherWay ? ada : marvin);
        Stream.of(ada, marvin, join("bo")).forEach(one -> one.caresAbout(tag));

        marvin.asks()
                .get("/v1/people/me/suggestions")
                .then()
                .body(at("$.groups", empty()))
                .body(at("$.people[*].person.id", not(hasItem(ada.id()))));
        String group = Door.json(ada.asks()
                        .body(Map.of("name", tag, "purpose", Map.of("statement", tag, "tags", List.of(tag))))
                        .post("/v1/groups")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .path("id")
                .asText();
        marvin.asks().get("/v1/people/me/suggestions").then().body(at("$.groups", empty()));
        marvin.asks()
                .put("/v1/groups/%s/members/me".formatted(group))
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("group-full")));
    }

    @Test
    void whoAvoidsSomebodyNoLongerCompletesAGroup() {
        String tag = unique("orchard");
        var ada = join("ada");
        var marvin = join("marvin");
        avoid(ada, marvin);
        Stream.of(ada, marvin, join("bo")).forEach(one -> one.caresAbout(tag));

        ada.asks().delete(AVOIDS + "/" + marvin.id()).then().statusCode(204);

        marvin.asks().get("/v1/people/me/groups").then().body(at("$.items", hasSize(1)));
    }

    @Test
    void nobodyAvoidsThemselvesOrNobody() {
        var ada = join("ada");

        ada.asks()
                .put(AVOIDS + "/" + ada.id())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("own-id")));
        ada.asks()
                .put(AVOIDS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-person")));
        operator().put(AVOIDS + "/" + ada.id()).then().statusCode(403);
    }

    @Test
    void aLongListComesInPagesAndWhoLeavesIsGoneFromIt() {
        var ada = join("ada");
        var others = Stream.of("one", "two", "three").map(name -> join(name)).toList();
        others.forEach(other -> avoid(ada, other));

        ada.asks()
                .get(AVOIDS + "?limit=2")
                .then()
                .body(at("$.items", hasSize(2)))
                .body(at("$.nextCursor", notNullValue()));
        others.get(0).asks().delete("/v1/people/me").then().statusCode(204);
        others.get(1).asks().delete("/v1/people/me").then().statusCode(204);
        ada.asks()
                .get(AVOIDS)
                .then()
                .body(at("$.items[*].personId", contains(others.get(2).id())));
    }
}

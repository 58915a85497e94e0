package org.coterie.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.coterie.Together;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class BlocksTest {

    @Inject
    Safety safety;

    @Test
    void blockingTwiceIsBlockingOnce() {
        var ada = join("ada");
        var mallory = join("mallory");

        block(ada, mallory);
        block(ada, mallory);

        ada.asks()
                .get("/v1/people/me/blocks")
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(1)))
                .body(at("$.items[0].personId", equalTo(mallory.id())))
                .body(at("$.items[0].handle", equalTo(mallory.handle())))
                .body(at("$.items[0].displayName", equalTo("mallory")))
                .body(at("$.items[0].blockedAt", endsWith("Z")));
    }

    @Test
    void manyBlocksAtOnceAreOneBlock() throws Exception {
        var ada = join("ada");
        var mallory = join("mallory");

        List<Integer> answers = Together.times(
                8, () -> ada.asks().put("/v1/people/me/blocks/" + mallory.id()).statusCode());

        assertThat(answers).containsOnly(204);
        ada.asks().get("/v1/people/me/blocks").then().body(at("$.items", hasSize(1)));
    }

    @Test
    void theOtherNeverLearns() {
        var ada = join("ada");
        var mallory = join("mallory");

        block(ada, mallory);

        mallory.asks().get("/v1/people/me/blocks").then().statusCode(200).body(at("$.items", empty()));
        mallory.asks().get("/v1/people/" + ada.id()).then().statusCode(200).body(at("$.handle", equalTo(ada.handle())));
        mallory.asks().delete("/v1/people/me/blocks/" + ada.id()).then().statusCode(204);
        ada.asks().get("/v1/people/me/blocks").then().body(at("$.items", hasSize(1)));
    }

    @Test
    void aBlockWorksBothWaysUntilItIsTakenBack() {
        var ada = join("ada");
        var mallory = join("mallory");
        var other = join("other");

        block(ada, mallory);

        assertThat(safety.apart(idOf(ada), idOf(mallory))).isTrue();
        assertThat(safety.apart(idOf(mallory), idOf(ada))).isTrue();
        assertThat(safety.apart(idOf(mallory), idOf(other))).isFalse();
        assertThat(safety.apartFrom(idOf(ada))).containsExactly(idOf(mallory));
        assertThat(safety.apartFrom(idOf(mallory))).containsExactly(idOf(ada));
        List<UUID> streamed = new ArrayList<>();
        safety.eachTwoApart((person, blocked) -> {
            if (person.equals(idOf(ada))) {
                streamed.add(blocked);
            }
        });
        assertThat(streamed).containsExactly(idOf(mallory));

        ada.asks().delete("/v1/people/me/blocks/" + mallory.id()).then().statusCode(204);
        ada.asks().delete("/v1/people/me/blocks/" + mallory.id()).then().statusCode(204);

        assertThat(safety.apart(idOf(ada), idOf(mallory))).isFalse();
    }

    @Test
    void takingOnesOwnBlockBackLeavesTheOtherOnes() {
        var ada = join("ada");
        var mallory = join("mallory");
        block(ada, mallory);
        block(mallory, ada);

        mallory.asks().delete("/v1/people/me/blocks/" + ada.id()).then().statusCode(204);

        assertThat(safety.apart(idOf(mallory), idOf(ada))).isTrue();
    }

    @Test
    void nobodyBlocksThemselvesOrNobody() {
        var ada = join("ada");

        ada.asks()
                .put("/v1/people/me/blocks/" + ada.id())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("own-id")));
        ada.asks()
                .put("/v1/people/me/blocks/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-person")));
        ada.asks().put("/v1/people/me/blocks/somebody").then().statusCode(404);
        operator().put("/v1/people/me/blocks/" + ada.id()).then().statusCode(403);
    }

    @Test
    void aLongListComesInPages() {
        var ada = join("ada");
        var others = Stream.of("one", "two", "three").map(name -> join(name)).toList();
        others.forEach(other -> block(ada, other));

        var first = ada.asks()
                .get("/v1/people/me/blocks?limit=2")
                .then()
                .statusCode(200)
                .body(at("$.items", hasSize(2)))
                .body(at("$.nextCursor", notNullValue()))
                .extract();
        String cursor = first.path("nextCursor");
        List<String> firstIds = first.path("items.personId");
        String left = others.stream()
                .map(Somebody::id)
                .filter(id -> !firstIds.contains(id))
                .findFirst()
                .orElseThrow();

        ada.asks()
                .get("/v1/people/me/blocks?limit=2&cursor=" + cursor)
                .then()
                .body(at("$.items[*].personId", contains(left)))
                .body(at("$.nextCursor", nullValue()));
    }

    @Test
    void whoLeavesTakesBlocksAlong() {
        var ada = join("ada");
        var mallory = join("mallory");
        block(ada, mallory);

        mallory.asks().delete("/v1/people/me").then().statusCode(204);

        ada.asks().get("/v1/people/me/blocks").then().body(at("$.items", empty()));
    }

    private static void block(Somebody who, Somebody whom) {
        who.asks().put("/v1/people/me/blocks/" + whom.id()).then().statusCode(204);
    }

    private static UUID idOf(Somebody somebody) {
        return UUID.fromString(somebody.id());
    }
}

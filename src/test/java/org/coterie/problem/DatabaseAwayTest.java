package org.coterie.problem;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.coterie.Cable;
import org.coterie.Door.Somebody;
import org.coterie.Relay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The embedded database cannot go away; PostgreSQL can, whose connections pass a {@link Cable}. */
@QuarkusTest
@WithTestResource(value = Cable.class, scope = TestResourceScope.GLOBAL)
@Tag("http")
class DatabaseAwayTest {

    @Test
    void whileTheDatabaseIsAwayRequestsAreToldToComeBackAndAfterwardsTheyWork() throws IOException {
        var ada = join("ada");
        Relay relay = Cable.relay();

        relay.cut();

        ada.asks()
                .get("/v1/people/me")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body(at("$.code", equalTo("database-away")));
        given().contentType(ContentType.JSON)
                .body(Map.of("handle", unique("grace")))
                .post("/v1/people")
                .then()
                .statusCode(503)
                .body(at("$.code", equalTo("database-away")));
        operator()
                .get("/v1/events/stream")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());
        given().get("/q/health/ready").then().statusCode(503);

        relay.mend();

        comesBackTo(ada);
    }

    @Test
    void aDatabaseThatSaysNothingIsAwayToo() {
        var ada = join("ada");
        Relay relay = Cable.relay();

        relay.fallSilent();

        for (int again = 0; again < 3; again++) {
            ada.asks()
                    .get("/v1/people/me")
                    .then()
                    .statusCode(503)
                    .time(lessThan(10_000L))
                    .body(at("$.code", equalTo("database-away")));
        }

        relay.speakAgain();

        comesBackTo(ada);
    }

    /** Connections that the pool still holds from before may each fail once. */
    private static void comesBackTo(Somebody somebody) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> somebody.asks().get("/v1/people/me/suggestions").statusCode() == 200);
    }
}

package org.coterie.problem;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coterie.Relay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The embedded database cannot go away; PostgreSQL can, so its connections pass a relay that can be cut. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.ThroughRelay.class)
@Tag("http")
class DatabaseAwayTest {

    /** The application reaches its database through the relay. */
    public static class ThroughRelay implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.acquisition-timeout", "2", "coterie.database-timeout", "2s");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Cable.class));
        }
    }

    /** The relay, for the length of this class. */
    public static class Cable implements QuarkusTestResourceLifecycleManager {

        private static final String URL = "quarkus.datasource.jdbc.url";

        static @Nullable Relay relay;
        private @Nullable String direct;

        @Override
        public Map<String, String> start() {
            try {
                relay = Relay.to(Integer.getInteger("coterie.test.postgresql-port"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // the run's own database is a system property too, which outranks what a test resource returns
            direct = System.setProperty(
                    URL, "jdbc:postgresql://localhost:%d/second?connectTimeout=2".formatted(relay.port()));
            return Map.of();
        }

        @Override
        public void stop() {
            if (relay != null) {
                relay.close();
                System.setProperty(URL, String.valueOf(direct));
            }
        }
    }

    @Test
    void whileTheDatabaseIsAwayRequestsAreToldToComeBackAndAfterwardsTheyWork() throws IOException {
        var ada = join("ada");
        Relay relay = java.util.Objects.requireNonNull(Cable.relay);

        relay.cut();

        ada.asks()
                .get("/v1/people/me")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("database-away"));
        given().contentType(ContentType.JSON)
                .body(Map.of("handle", unique("grace")))
                .post("/v1/people")
                .then()
                .statusCode(503)
                .body("code", equalTo("database-away"));
        given().get("/q/health/ready").then().statusCode(503);

        relay.mend();

        ada.asks().get("/v1/people/me").then().statusCode(200).body("id", equalTo(ada.id()));
    }

    @Test
    void aDatabaseThatSaysNothingIsAwayToo() {
        var ada = join("ada");
        Relay relay = java.util.Objects.requireNonNull(Cable.relay);

        relay.fallSilent();

        for (int again = 0; again < 3; again++) {
            ada.asks()
                    .get("/v1/people/me")
                    .then()
                    .statusCode(503)
                    .time(lessThan(10_000L))
                    .body("code", equalTo("database-away"));
        }

        relay.speakAgain();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> ada.asks().get("/v1/people/me").statusCode() == 200);
    }
}

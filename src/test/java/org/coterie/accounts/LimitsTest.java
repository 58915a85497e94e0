package org.coterie.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.as;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With limits that are soon reached; other tests do without. */
@QuarkusTest
@TestProfile(LimitsTest.Few.class)
@Tag("http")
class LimitsTest {

    /** Switches limits on, and lets a proxy say where requests come from. */
    public static class Few implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "coterie.limits", "on",
                    "coterie.limits.newcomer", "4",
                    "coterie.limits.person", "7",
                    "coterie.limits.sign-up", "20",
                    "coterie.limits.wrong-token", "3",
                    "coterie.limits.refused", "6",
                    "coterie.limits.way-out", "5",
                    "coterie.cors.origins", CrossOriginTest.OURS,
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true");
        }
    }

    @Inject
    DataSource database;

    @Inject
    StoredBuckets stored;

    private static ValidatableResponse asksForThemselves(Somebody somebody) {
        return somebody.asks().get("/v1/people/me").then();
    }

    private static ValidatableResponse signsUpFrom(String address, String handle) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Map.of("handle", handle))
                .post("/v1/people")
                .then();
    }

    private static ValidatableResponse asksFrom(String address, String token) {
        return as(token).header("X-Forwarded-For", address).get("/v1/groups").then();
    }

    @Test
    void eachAnswerSaysHowMuchMayStillBeAsked() {
        Somebody ada = join("ada");

        asksForThemselves(ada)
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"newcomer\";q=4;w=60"))
                .header("RateLimit", equalTo("\"newcomer\";r=3;t=15"));
        ada.asks()
                .get("/v1/groups/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("RateLimit", matchesPattern("\"newcomer\";r=2;t=[23]\\d"));
        operator().get("/v1/groups").then().header("RateLimit-Policy", equalTo("\"operator\";q=60000;w=60"));
        given().get("/q/health/live").then().header("RateLimit", nullValue());
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        Somebody ada = join("ada");
        for (int i = 0; i < 4; i++) {
            asksForThemselves(ada).statusCode(200);
        }

        asksForThemselves(ada)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("1?\\d"))
                .header("RateLimit", matchesPattern("\"newcomer\";r=0;t=1?\\d"))
                .body(at("$.code", equalTo("too-many-requests")));
        asksForThemselves(join("grace")).statusCode(200);
    }

    @Test
    void whoAsksTooOftenStillLeavesBlocksAndSignsOut() {
        Somebody ada = join("ada");
        String group = founds(ada);
        Somebody grace = join("grace");
        for (int i = 0; i < 3; i++) {
            asksForThemselves(ada).statusCode(200);
        }
        String exit = "192.0.2.21";

        asksForThemselves(ada).statusCode(429);
        goes(ada, exit).put("/v1/people/me/avoids/" + grace.id()).then().statusCode(429);
        goes(ada, exit)
                .put("/v1/people/me/blocks/" + grace.id())
                .then()
                .statusCode(204)
                .header("RateLimit-Policy", equalTo("\"way-out\";q=5;w=60"))
                .header("RateLimit", matchesPattern("\"way-out\";r=4;t=1?\\d"));
        goes(ada, exit).delete("/v1/groups/" + group + "/members/me").then().statusCode(204);
        goes(ada, exit)
                .delete("/v1/people/me/tokens/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        goes(ada, exit).delete("/v1/people/me").then().statusCode(204);
        goes(ada, exit).get("/v1/people/me").then().statusCode(401);
    }

    @Test
    void wherePeopleLeaveInAFloodTheyWait() {
        Somebody ada = join("ada");
        for (int i = 0; i < 4; i++) {
            asksForThemselves(ada).statusCode(200);
        }
        String flood = "192.0.2.22";
        for (int i = 0; i < 5; i++) {
            goes(ada, flood)
                    .delete("/v1/people/me/tokens/" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
        }

        goes(ada, flood)
                .delete("/v1/people/me/tokens/current")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("1?\\d"));
        goes(ada, "192.0.2.23").delete("/v1/people/me/tokens/current").then().statusCode(204);
    }

    private static RequestSpecification goes(Somebody somebody, String address) {
        return somebody.asks().header("X-Forwarded-For", address);
    }

    private static String founds(Somebody somebody) {
        return somebody.asks()
                .body(Map.of("name", "Menders", "purpose", Map.of("statement", "Mending.", "tags", List.of("mending"))))
                .post("/v1/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whoHasBeenHereForADayMayAskMore() throws SQLException {
        Somebody ada = join("ada");
        try (var connection = database.getConnection();
                var earlier = connection.prepareStatement(
                        "update person set joined_at = joined_at - interval '2' day where id = ?")) {
            earlier.setObject(1, UUID.fromString(ada.id()));
            earlier.executeUpdate();
        }

        asksForThemselves(ada).header("RateLimit-Policy", equalTo("\"person\";q=7;w=60"));
    }

    @Test
    void ofOneAddressOnlySoManySignUp() {
        for (int i = 0; i < 20; i++) {
            // of IPv6 a whole network is one
            signsUpFrom("2001:db8::" + i, unique("ada"))
                    .statusCode(201)
                    .header("RateLimit-Policy", equalTo("\"sign-up\";q=20;w=3600"));
        }

        signsUpFrom("2001:db8::99", unique("ada"))
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d{3}"))
                .body(at("$.code", equalTo("too-many-requests")));
        signsUpFrom("2001:db8:1::1", unique("ada")).statusCode(201);
    }

    @Test
    void aKeyThatAnybodyMightChooseIsKnownOnlyWhereItComesFrom() {
        String handle = unique("ada");
        String token = signsUpAgainFrom("192.0.2.31", handle, "1")
                .statusCode(201)
                .extract()
                .path("accessToken");

        signsUpAgainFrom("192.0.2.31", handle, "1").statusCode(201).body(at("$.accessToken", equalTo(token)));
        signsUpAgainFrom("192.0.2.32", handle, "1")
                .statusCode(409)
                .body(at("$.code", equalTo("handle-taken")))
                .body(at("$.accessToken", nullValue()));
    }

    @Test
    void aKeyThatNobodyGuessesIsKnownWhereverItComesFrom() {
        String handle = unique("ada");
        String key = UUID.randomUUID().toString();
        String token = signsUpAgainFrom("192.0.2.33", handle, key)
                .statusCode(201)
                .extract()
                .path("accessToken");

        signsUpAgainFrom("192.0.2.34", handle, key).statusCode(201).body(at("$.accessToken", equalTo(token)));
    }

    private static ValidatableResponse signsUpAgainFrom(String address, String handle, String key) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .header("Idempotency-Key", key)
                .body(Map.of("handle", handle))
                .post("/v1/people")
                .then();
    }

    @Test
    void whoGuessesTokensIsStoppedAndNobodyElse() {
        Somebody ada = join("ada");
        String guessing = "192.0.2.1";
        for (int i = 0; i < 3; i++) {
            asksFrom(guessing, "guess" + i)
                    .statusCode(401)
                    .header("RateLimit-Policy", equalTo("\"wrong-token\";q=3;w=60"));
        }

        asksFrom(guessing, "guess")
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .body(at("$.code", equalTo("too-many-requests")));
        asksFrom(guessing, Door.OPERATOR).statusCode(429);
        asksFrom("192.0.2.2", Door.OPERATOR).statusCode(200);
        ada.asks()
                .header("X-Forwarded-For", guessing)
                .get("/v1/people/me")
                .then()
                .statusCode(200);
    }

    @Test
    void whoIsRefusedAgainAndAgainIsToldNothingMoreAndNobodyElse() {
        Somebody ada = join("ada");
        String probing = "192.0.2.7";
        asksWithout(probing, "/v1/nothing").statusCode(404);
        asksWithout(probing, "/v1/people/me").statusCode(401);

        await().until(() -> asksWithout(probing, "/v1/nothing").extract().statusCode() == 429);

        asksWithout(probing, "/v1/nothing-else")
                .statusCode(429)
                .header("Retry-After", matchesPattern("1?\\d"))
                .header("RateLimit-Policy", equalTo("\"refused\";q=6;w=60"))
                .body(at("$.code", equalTo("too-many-requests")));
        asksWithout(probing, "/v1/people/me").statusCode(429).header("WWW-Authenticate", nullValue());
        ada.asks()
                .header("X-Forwarded-For", probing)
                .delete("/v1/formations/" + UUID.randomUUID())
                .then()
                .statusCode(429);
        ada.asks()
                .header("X-Forwarded-For", probing)
                .get("/v1/people/me")
                .then()
                .statusCode(200);
        asksWithout("192.0.2.8", "/v1/nothing").statusCode(404);
    }

    private static ValidatableResponse asksWithout(String address, String path) {
        return given().header("X-Forwarded-For", address).get(path).then();
    }

    @Test
    void replicasCountTogetherUpToATenthEach() {
        var quota = new Quota("test", 100, Duration.ofHours(1));
        String owner = unique("owner");
        List<Buckets> replicas = List.of(new Buckets(stored), new Buckets(stored));

        long given = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> IntStream.range(0, 50)
                        .filter(request -> replicas.get(i % 2)
                                .of(owner, () -> quota)
                                .bucket()
                                .tryConsume(1))
                        .count()))
                .toList()
                .stream()
                .mapToLong(CompletableFuture::join)
                .sum();

        assertThat(given).isBetween(100L, 120L);
    }
}

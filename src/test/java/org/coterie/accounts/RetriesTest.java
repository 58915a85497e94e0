package org.coterie.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.as;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.Door.Somebody;
import org.coterie.Together;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class RetriesTest {

    private static final String KEY = "Idempotency-Key";

    @Inject
    DataSource database;

    @Inject
    Sweep sweep;

    @Inject
    UnderWay underWay;

    private static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON);
    }

    private static Response importing(String handle, String key) {
        return operator()
                .contentType("application/x-ndjson")
                .header(KEY, key)
                .body("{\"handle\":\"%s\"}".formatted(handle).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports");
    }

    private static String freshKey() {
        return UUID.randomUUID().toString();
    }

    private static Response say(Somebody somebody, String key, String text) {
        return somebody.asks().header(KEY, key).body(Map.of("text", text)).post("/v1/people/me/signals");
    }

    private static void expectSignals(Somebody somebody, int count) {
        somebody.asks().get("/v1/people/me/signals").then().body(at("$.items", hasSize(count)));
    }

    private static final Set<String> OF_THE_MOMENT = Set.of("date", "ratelimit", "content-length", "transfer-encoding");

    private static void expectSame(Response first, Response again) {
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isBetween(200, 202);
        assertThat(headersOf(again)).isEqualTo(headersOf(first));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    /** Without those that tell of the moment. */
    private static Map<String, List<String>> headersOf(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !OF_THE_MOMENT.contains(header.getName().toLowerCase(Locale.ROOT)))
                .collect(Collectors.groupingBy(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.mapping(Header::getValue, Collectors.toList())));
    }

    /** One request for each kind of answer: with and without a place, created or begun, by whomever. */
    static Stream<RequestTwice> requests() {
        return Stream.of(
                new RequestTwice("POST /v1/people/me/signals", () -> {
                    Somebody ada = join("ada");
                    return key -> say(ada, key, "Who knows about #sundials?");
                }),
                new RequestTwice("POST /v1/people/me/tokens", () -> {
                    Somebody ada = join("ada");
                    return key -> ada.asks().header(KEY, key).post("/v1/people/me/tokens");
                }),
                new RequestTwice("POST /v1/people/{personId}/tokens", () -> {
                    Somebody ada = join("ada");
                    return key -> operator().header(KEY, key).post("/v1/people/{personId}/tokens", ada.id());
                }),
                new RequestTwice("POST /v1/people", () -> {
                    var applicant = Map.of("handle", unique("ada"));
                    return key -> anonymous().header(KEY, key).body(applicant).post("/v1/people");
                }),
                new RequestTwice("POST /v1/groups", () -> {
                    Somebody ada = join("ada");
                    var wish = Map.of(
                            "name",
                            unique("Menders"),
                            "purpose",
                            Map.of("statement", "Mending.", "tags", List.of(unique("mending"))));
                    return key -> ada.asks().header(KEY, key).body(wish).post("/v1/groups");
                }),
                new RequestTwice("POST /v1/synonyms", () -> {
                    String tag = unique("mending");
                    String sameAs = unique("repairing");
                    Somebody ada = join("ada");
                    ada.caresAbout(tag, sameAs);
                    var wish = Map.of("tag", tag, "sameAs", sameAs);
                    return key -> ada.asks().header(KEY, key).body(wish).post("/v1/synonyms");
                }),
                new RequestTwice(
                        "POST /v1/formations",
                        () -> key -> operator()
                                .header(KEY, key)
                                .body(Map.of("dryRun", true, "minSize", 12))
                                .post("/v1/formations")),
                new RequestTwice("POST /v1/imports", () -> {
                    String handle = unique("dee");
                    return key -> importing(handle, key);
                }));
    }

    /** Something that can be sent with a key, prepared anew for each test. */
    record RequestTwice(String name, Supplier<Function<String, Response>> prepared) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatIsSentAgainIsAnsweredAsBefore(RequestTwice request) {
        var send = request.prepared().get();
        String key = freshKey();

        expectSame(send.apply(key), send.apply(key));
    }

    @Test
    void whatIsSentAgainIsAnsweredInTheEncodingThatIsTakenThen() {
        Somebody ada = join("ada");
        String key = freshKey();
        Function<String, Response> send = encoding -> ada.asks()
                .header(KEY, key)
                .header("Accept-Encoding", encoding)
                .body(Map.of("text", "Who mends radios?"))
                .post("/v1/people/me/signals");
        Response first = send.apply("gzip;q=0, br");
        Response packed = send.apply("gzip");
        Response plain = send.apply("gzip;q=0, br");

        assertThat(first.header("ETag")).doesNotContain("gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("ETag")).isEqualTo(first.header("ETag").replaceAll("\"$", "-gzip\""));
        assertThat(plain.header("Content-Encoding")).isEqualTo(first.header("Content-Encoding"));
        assertThat(plain.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(packed.asString()).isEqualTo(plain.asString()).isEqualTo(first.asString());
    }

    @Test
    void aMessageThatIsSentAgainIsSaidOnce() {
        Somebody ada = join("ada");
        String key = freshKey();

        say(ada, key, "Who mends radios?");
        say(ada, key, "Who mends radios?");
        say(ada, freshKey(), "Who mends radios?");

        expectSignals(ada, 2);
    }

    @Test
    void aKeyIsForOneRequest() {
        Somebody ada = join("ada");
        String key = freshKey();
        say(ada, key, "Who mends radios?").then().statusCode(201);

        say(ada, key, "Who mends clocks?")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("idempotency-key-reused")));
        ada.asks().header(KEY, key).post("/v1/people/me/tokens").then().statusCode(422);
        expectSignals(ada, 1);
    }

    @Test
    void anotherFileIsAnotherRequest() {
        String key = freshKey();

        importing(unique("dee"), key).then().statusCode(202);
        importing(unique("dee"), key).then().statusCode(422);
    }

    /** Neither has a body. */
    @Test
    void aTokenForSomebodyElseIsAnotherRequest() {
        Somebody ada = join("ada");
        Somebody eve = join("eve");
        String key = freshKey();

        operator()
                .header(KEY, key)
                .post("/v1/people/{personId}/tokens", ada.id())
                .then()
                .statusCode(201);

        operator()
                .header(KEY, key)
                .post("/v1/people/{personId}/tokens", eve.id())
                .then()
                .statusCode(422)
                .body(at("$.code", equalTo("idempotency-key-reused")));
    }

    @Test
    void aFileThatBrokeOffMayBeSentWholeWithTheSameKey() throws IOException {
        String key = freshKey();
        String handle = unique("dee");
        byte[] file = "{\"handle\":\"%s\"}".formatted(handle).getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write("""
                    POST /v1/imports HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer operator\r
                    Content-Type: application/x-ndjson\r
                    Idempotency-Key: %s\r
                    Content-Length: %d\r
                    \r
                    """.formatted(key, file.length).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(file, 0, 5);
            socket.getOutputStream().flush();
            await().until(() -> importing(handle, key).statusCode() == 409);
        }

        await().until(() -> importing(handle, key).statusCode() != 409);
        importing(handle, key).then().statusCode(202).body(at("$.accepted", equalTo(1)));
    }

    @Test
    void nobodyReadsWhatAnotherWasAnswered() {
        Somebody ada = join("ada");
        Somebody eve = join("eve");
        String key = freshKey();

        Response first = say(ada, key, "Who mends radios?");

        assertThat(say(eve, key, "Who mends radios?").asString()).isNotEqualTo(first.asString());
        expectSignals(ada, 1);
        expectSignals(eve, 1);
    }

    @Test
    void afterARefusalItMayBeTriedAgainWithTheSameKey() {
        Somebody ada = join("ada");
        String key = freshKey();
        say(ada, key, "").then().statusCode(400);
        anonymous()
                .header(KEY, key)
                .body(Map.of("handle", ada.handle()))
                .post("/v1/people")
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("handle-taken")));

        say(ada, key, "Who mends radios?").then().statusCode(201);
        anonymous()
                .header(KEY, key)
                .body(Map.of("handle", unique("ada")))
                .post("/v1/people")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "schlüssel"})
    void aKeyIsVisibleAscii(String key) {
        say(join("ada"), key, "Who mends radios?")
                .then()
                .statusCode(400)
                .body(at("$.code", equalTo("invalid-parameter")))
                .body(at("$.errors[0].pointer", equalTo("/Idempotency-Key")));
        say(join("ada"), "k".repeat(256), "Who mends radios?").then().statusCode(400);
        say(join("ada"), "k".repeat(255), "Who mends radios?").then().statusCode(201);
    }

    @Test
    void twoKeysAreNone() {
        Somebody ada = join("ada");

        ada.asks()
                .header(KEY, freshKey(), freshKey())
                .body(Map.of("text", "Who mends radios?"))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(400)
                .body(at("$.code", equalTo("invalid-parameter")))
                .body(at("$.errors[0].pointer", equalTo("/" + KEY)))
                .body(at("$.errors[0].code", equalTo("wrong-format")));
        expectSignals(ada, 0);
    }

    @Test
    void ofManyAtOnceOneHappens() throws Exception {
        Somebody ada = join("ada");
        for (int round = 0; round < 10; round++) {
            String key = freshKey();
            String text = "Who mends radios? #round" + round;

            List<Response> answers = Together.times(8, () -> say(ada, key, text));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(Response::asString)
                            .distinct())
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                    .allSatisfy(answer -> {
                        assertThat(json(answer.asString()).path("code").asText())
                                .isEqualTo("request-in-progress");
                        assertThat(answer.header("Retry-After")).isEqualTo("1");
                    });
            assertThat(say(ada, key, text).statusCode()).isEqualTo(201);
        }
        expectSignals(ada, 10);
    }

    @Test
    void whatAnotherProcessIsAnsweringIsInProgress() throws SQLException {
        Somebody ada = join("ada");
        String key = freshKey();
        try (Connection another = database.getConnection()) {
            assumeTrue(
                    another.getMetaData().getDatabaseProductName().equals("PostgreSQL"),
                    "an embedded database has no other process");
            String id = Secret.hash(ada.id() + "\n" + key);
            try (var statement = another.createStatement()) {
                String lock = "(%d)".formatted(Long.parseUnsignedLong(id.substring(0, 16), 16));
                statement.execute("select pg_advisory_lock" + lock);
                say(ada, key, "Who mends radios?").then().statusCode(409).header("Retry-After", "1");
                statement.execute("select pg_advisory_unlock" + lock);
            }
        }
        say(ada, key, "Who mends radios?").then().statusCode(201);
        expectSignals(ada, 1);
    }

    @Test
    void whoLeavesTakesTheirAnswersAlongAndNoRetryBringsThemBack() throws SQLException {
        String key = freshKey();
        var applicant = Map.of("handle", unique("ada"));
        String token = json(anonymous()
                        .header(KEY, key)
                        .body(applicant)
                        .post("/v1/people")
                        .asString())
                .path("accessToken")
                .asText();
        assertThat(bytesKept("\n" + key)).isPositive();

        as(token).delete("/v1/people/me").then().statusCode(204);

        assertThat(bytesKept("\n" + key)).isZero();
        anonymous()
                .header(KEY, key)
                .body(applicant)
                .post("/v1/people")
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-person")));
        anonymous().body(applicant).post("/v1/people").then().statusCode(201);
    }

    @Test
    void anAnswerIsKeptForADay() throws SQLException {
        Somebody ada = join("ada");
        String key = freshKey();
        say(ada, key, "Who mends radios?");
        String secret = ada.id() + "\n" + key;

        sweep.forget(Instant.now().plus(23, ChronoUnit.HOURS));
        assertThat(bytesKept(secret)).isPositive();

        sweep.forget(Instant.now().plus(25, ChronoUnit.HOURS));
        assertThat(bytesKept(secret)).isNegative();
    }

    @Test
    void aCutConnectionIsMadeAnew() throws SQLException {
        try (Connection another = database.getConnection();
                var statement = another.createStatement()) {
            assumeTrue(
                    another.getMetaData().getDatabaseProductName().equals("PostgreSQL"),
                    "an embedded database has no other process");
            assertThat(underWay.begin(Secret.hash("one"))).isTrue();
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
            assertThatIllegalStateException().isThrownBy(() -> underWay.begin(Secret.hash("two")));
        }
        underWay.end(Secret.hash("one"));
        assertThat(underWay.begin(Secret.hash("two"))).isTrue();
        underWay.end(Secret.hash("two"));
    }

    /** The length of what was answered; negative where nothing is known of it. */
    private int bytesKept(String secret) throws SQLException {
        try (Connection connection = database.getConnection();
                var kept = connection.prepareStatement("select octet_length(sealed) from kept_answer where id = ?")) {
            kept.setString(1, Secret.hash(secret));
            try (var row = kept.executeQuery()) {
                return row.next() ? row.getInt(1) : -1;
            }
        }
    }
}

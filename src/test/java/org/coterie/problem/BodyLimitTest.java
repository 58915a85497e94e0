package org.coterie.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coterie.Door;
import org.coterie.interests.InterestsChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class BodyLimitTest {

    private static final int LIMIT = 64 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 1_000_000, 10_000_000})
    void aBodyThatSaysItIsTooLargeIsRefused(int size) throws Exception {
        assertRefused(post("/v1/people", BodyPublishers.ofByteArray(padded(size))));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 1_000_000, 10_000_000})
    void aBodyThatTurnsOutTooLargeIsRefused(int size) throws Exception {
        assertRefused(post("/v1/people", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(padded(size)))));
    }

    @Test
    void theLargestBodyIsRead() throws Exception {
        assertThat(post("/v1/people", BodyPublishers.ofByteArray(padded(LIMIT))).statusCode())
                .isEqualTo(201);
        assertThat(post("/v1/people", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(padded(LIMIT))))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void theLargestSetThatItsRulesAllowIsReadHoweverItIsEscaped() throws Exception {
        String letter = "\\uD83D\\uDEE0";
        String interests = IntStream.range(0, 100)
                .mapToObj(i -> "{\"tag\":\"%s%d\",\"until\":\"2099-01-01T00:00:00Z\",\"why\":\"%s\"}"
                        .formatted("\\u0436".repeat(60), 100 + i, letter.repeat(140)))
                .collect(Collectors.joining(","));
        String body = "{\"interests\":[%s]}".formatted(interests);
        assertThat(body).hasSizeGreaterThan(3 * LIMIT);

        join("ada")
                .asks()
                .body(body)
                .put("/v1/people/me/interests")
                .then()
                .statusCode(200)
                .body(at("$.items.length()", equalTo(100)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/imports", "/v1/imports/", "/v1//imports", "/v1/%69mports"})
    void anAddressReadsAsMuchHoweverItIsWritten(String imports) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, imports)))
                .header("Authorization", "Bearer " + Door.OPERATOR)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(padded(LIMIT + 40_000)))
                .build();
        String set = imports.replace("/imports", "/people/me/interests").replace("%69mports", "people/%6de/interests");
        String body = "{\"interests\":[]}" + " ".repeat(LIMIT);

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        assertThat(exchange("Content-Length: " + body.length(), "PUT " + set, body))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void anAddressThatDoesNotExistReadsNoMore() throws Exception {
        assertRefused(post("/v1/nowhere", BodyPublishers.ofByteArray(padded(1_000_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void anOperationThatTakesNoBodyReadsNoMore(String method) throws Exception {
        assertRefused(send(method, "/v1/people/me/tokens", BodyPublishers.ofByteArray(padded(70_000))));
    }

    @Test
    void theConnectionServesOnAfterARefusal() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertRefused(post("/v1/people", BodyPublishers.ofByteArray(padded(200_000))));
            assertThat(post("/v1/people", BodyPublishers.ofByteArray(padded(200)))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v1/people", "POST /v1/groups", "PATCH /v1/people/me", "PUT /v1/people/me/interests"})
    void aBodyInPartsOfWhichThereIsNoneIsNone(String what) throws IOException {
        String answer = exchange("Transfer-Encoding: chunked", what, "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"required\"");
    }

    @Test
    void aBodyThatDoesNotArriveIsGivenUp() throws IOException {
        String answer = exchange("Content-Length: 50", "POST /v1/people", "{\"handle\":");

        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .contains("application/problem+json")
                .contains("\"code\":\"body-too-slow\"");
    }

    @Test
    void anImportThatStallsIsGivenUpAndWhatCameIsStored() throws IOException {
        String came = Door.unique("came");
        String head = "POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Door.OPERATOR
                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 500\r\n\r\n";
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((head + "{\"handle\":\"%s\"}\n{\"han".formatted(came)).getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json")
                    .contains("\"code\":\"body-too-slow\"")
                    .contains("What came in whole lines is stored");
        }

        await().until(() -> Door.json(Door.operator().get("/v1/imports?limit=1").asString())
                .at("/items/0/state")
                .asText()
                .equals("FAILED"));
        Door.operator().get("/v1/people?handle=" + came).then().body(Door.at("$.items[0].handle", equalTo(came)));
    }

    /** Has one person's change take longer than a body may. */
    @Singleton
    static class LongThought {

        private static volatile @Nullable UUID about;

        @Inject
        Vertx vertx;

        void think(@Observes InterestsChanged changed) throws InterruptedException {
            if (changed.personId().equals(about)) {
                var over = new CountDownLatch(1);
                vertx.setTimer(3_500, late -> over.countDown());
                over.await();
            }
        }
    }

    @Test
    void aBodyThatArrivedIsNotGivenUpHoweverLongItsAnswerTakes() {
        Door.Somebody ada = Door.join("ada");
        LongThought.about = UUID.fromString(ada.id());

        ada.caresAbout("slow food");
    }

    @Test
    void whoSendsSlowlyKeepsNobodyFromBeingServed() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                var socket = new Socket("localhost", RestAssured.port);
                slow.add(socket);
                socket.getOutputStream().write(head("Content-Length: 50", "POST /v1/people", Door.OPERATOR));
            }

            RestAssured.given()
                    .config(RestAssured.config()
                            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 2_000)))
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyInAnUnknownEncodingIsRefused() throws IOException {
        String answer = exchange("Content-Encoding: foo\r\nContent-Length: 2", "POST /v1/people", "{}");

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("\"code\":\"unsupported-media-type\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "", "Identity"})
    void aBodyThatIsInNoEncodingIsRead(String encoding) throws IOException {
        String person = "{\"handle\":\"%s\"}".formatted(Door.unique("plain"));
        String headers = "Content-Encoding: %s\r\nContent-Length: %d".formatted(encoding, person.length());

        assertThat(exchange(headers, "POST /v1/people", person)).startsWith("HTTP/1.1 201 ");
    }

    @Test
    void whereNoBodyIsReadItsEncodingDoesNotMatter() throws IOException {
        String answer = exchange("Content-Encoding: foo\r\nContent-Length: 1", "GET /v1/tags", "?");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("No body is read here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"label\":\"phone\"}", "{", "[]"})
    void aBodyThatNobodyReadsIsRefused(String body) throws Exception {
        var refused = send("POST", "/v1/people/me/tokens", BodyPublishers.ofString(body));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"invalid-input\"").contains("No body is read here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "null"})
    void aBodyThatSaysNothingIsNoBody(String body) throws IOException {
        String token = Door.join("ada").token();
        String answer = exchange("Content-Length: " + body.length(), "POST /v1/people/me/tokens", body, token);

        assertThat(answer).startsWith("HTTP/1.1 201 ");
    }

    private static String exchange(String header, String what, String body) throws IOException {
        return exchange(header, what, body, Door.join("ada").token());
    }

    private static String exchange(String header, String what, String body, String token) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head(header + "\r\nConnection: close", what, token));
            socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] head(String headers, String what, String token) {
        return "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                .formatted(what, token, headers)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"body-too-large\"").contains("\"status\":413");
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, path)))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** A valid sign-up, with spaces up to this size. */
    private static byte[] padded(int size) {
        String person = "{\"handle\":\"%s\"}".formatted(Door.unique("roomy"));
        return (person + " ".repeat(size - person.length())).getBytes(StandardCharsets.US_ASCII);
    }
}

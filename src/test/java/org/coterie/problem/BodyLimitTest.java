package org.coterie.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
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
import org.coterie.Door;
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

package org.coterie;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds when the process does not end as planned. */
class PackagedIT {

    private static final Map<String, String> NOTHING_SPECIAL = Map.of();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void killedAmongAThousandWritesItKeepsAllItAcknowledgedAndItsGroupsAndDoesNothingTwice()
            throws IOException, InterruptedException {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        Map<String, String> joining = new ConcurrentHashMap<>(); // with what was answered, or nothing yet
        String groups;
        try (var coterie = Packaged.start(data, NOTHING_SPECIAL)) {
            URI address = coterie.address();
            imports(address, crowd(300));
            awaitState(address, form(address), "SUCCEEDED");
            becomeAGroup(address, "Sundial Making", "sundial-making", "#SundialMaking");
            groups = allGroups(address);
            assertThat(groups).contains("craft-7", "sundial-making");

            ExecutorService writers = Executors.newFixedThreadPool(4);
            for (int writer = 0; writer < 4; writer++) {
                String name = "writer" + writer;
                writers.execute(() -> signUpUntilItDies(address, name, joining, acknowledged));
            }
            await().atMost(120, SECONDS).until(() -> acknowledged.size() >= 500);

            coterie.kill();

            writers.shutdown();
            assertThat(writers.awaitTermination(30, SECONDS)).isTrue();
        }

        try (var again = Packaged.start(data, NOTHING_SPECIAL)) {
            URI address = again.address();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(500);
            assertThat(acknowledged.entrySet().parallelStream()
                            .filter(written -> !holds(address, written.getKey(), written.getValue())))
                    .isEmpty();
            assertThat(allGroups(address)).isEqualTo(groups);
            joining.forEach((handle, before) -> {
                HttpResponse<String> answer = join(address, handle).join();
                assertThat(answer.statusCode()).isEqualTo(201);
                assertThat(before).isIn("", answer.body());
            });
        }
    }

    @Test
    void threeWhoSayTheSameInThreeLanguagesBecomeAGroupFromTheFirstDay() throws IOException, InterruptedException {
        try (var coterie = Packaged.start(data, NOTHING_SPECIAL)) {
            URI address = coterie.address();

            becomeAGroup(address, "Radfahren", "cyclisme", "biking");

            assertThat(allGroups(address)).contains("[\"cycling\"]");
        }
        try (var again = Packaged.start(data, NOTHING_SPECIAL)) {
            operator(again.address())
                    .header("Accept-Language", "nb")
                    .get("/v1/tags/ciclismo")
                    .then()
                    .statusCode(200)
                    .body(at("$.tag", equalTo("cycling")))
                    .body(at("$.label", equalTo("Sykling")));
        }
    }

    /** Each of these words is said by somebody who says nothing else. */
    private static void becomeAGroup(URI address, String... labels) {
        for (String label : labels) {
            String token = given().baseUri(address.toString())
                    .contentType(ContentType.JSON)
                    .body(Map.of("handle", "newcomer-" + UUID.randomUUID()))
                    .post("/v1/people")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("accessToken");
            as(address, token)
                    .body(Map.of("interests", List.of(Map.of("tag", label))))
                    .put("/v1/people/me/interests")
                    .then()
                    .statusCode(200);
        }
    }

    /** Each round is two writes, a person and an interest of nobody else; both are counted when both were answered. */
    private static void signUpUntilItDies(
            URI address, String name, Map<String, String> joining, Map<String, String> acknowledged) {
        for (int round = 0; ; round++) {
            String tag = "own-" + name + "-" + round;
            try {
                String handle = name + "-" + round;
                joining.put(handle, "");
                var joined = join(address, handle).join();
                joining.put(handle, joined.body());
                String token = joined.body().replaceFirst("(?s).*\"accessToken\":\"([^\"]+)\".*", "$1");
                var declared = CLIENT.send(
                        HttpRequest.newBuilder(address.resolve("/v1/people/me/interests/" + tag))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                if (joined.statusCode() == 201 && declared.statusCode() == 200) {
                    acknowledged.put(token, tag);
                }
            } catch (IOException | CompletionException killed) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static CompletableFuture<HttpResponse<String>> join(URI address, String handle) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/people"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "joins-as-" + handle)
                .POST(HttpRequest.BodyPublishers.ofString("{\"handle\":\"%s\"}".formatted(handle)))
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static boolean holds(URI address, String token, String tag) {
        HttpRequest ask = HttpRequest.newBuilder(address.resolve("/v1/people/me/interests"))
                .header("Authorization", "Bearer " + token)
                .build();
        String answer = CLIENT.sendAsync(ask, HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body)
                .join();
        return answer.startsWith("{\"items\":[{\"tag\":\"%s\"".formatted(tag));
    }

    @Test
    void aFormationThatWasRunningAtAKillHasFailedAndLeavesNoHalfOfItsGroups() throws IOException, InterruptedException {
        String formation;
        try (var coterie = Packaged.start(data, NOTHING_SPECIAL)) {
            URI address = coterie.address();
            imports(address, crowd(6_000));
            formation = form(address);
            String path = "/v1/formations/" + formation;
            await().atMost(60, SECONDS)
                    .pollInterval(java.time.Duration.ofMillis(20))
                    .until(() -> operator(address)
                            .get(path)
                            .then()
                            .extract()
                            .path("state")
                            .equals("RUNNING"));

            coterie.kill();
        }

        try (var again = Packaged.start(data, NOTHING_SPECIAL)) {
            URI address = again.address();
            awaitState(address, formation, "FAILED");
            assertThat(operator(address)
                            .accept("application/x-ndjson")
                            .get("/v1/groups?formation=" + formation)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .isBlank();

            awaitState(address, form(address), "SUCCEEDED");
        }
    }

    private static String crowd(int people) {
        return IntStream.range(0, people)
                .mapToObj(person ->
                        """
                        {"handle":"p%d","interests":["craft-%d","tool-%d","place-%d"]}""".formatted(person, person % (people / 6), person % (people / 6), person % (people / 12)))
                .collect(Collectors.joining("\n"));
    }

    private static void imports(URI address, String lines) {
        operator(address)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body(at("$.rejected", equalTo(0)));
    }

    private static String form(URI address) {
        return operator(address)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/formations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void awaitState(URI address, String formation, String state) {
        await().atMost(120, SECONDS)
                .untilAsserted(() -> operator(address)
                        .get("/v1/formations/" + formation)
                        .then()
                        .body(at("$.state", equalTo(state))));
    }

    private static String allGroups(URI address) {
        return operator(address)
                .accept("application/x-ndjson")
                .get("/v1/groups?expand=members")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RequestSpecification operator(URI address) {
        return given().baseUri(address.toString()).header("Authorization", "Bearer " + Door.OPERATOR);
    }

    private static RequestSpecification as(URI address, String token) {
        return given().baseUri(address.toString())
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON);
    }
}

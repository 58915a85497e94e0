package org.coterie.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.coterie.Door;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages in a browser, which may ask only where their origin has been named. */
@QuarkusTest
@TestProfile(LimitsTest.Few.class)
@Tag("http")
class CrossOriginTest {

    static final String OURS = "https://app.example.org";

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private static RequestSpecification preflight(String origin, String headers) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", headers);
    }

    @Test
    void anOriginThatNoBrowserSendsIsToldAtTheStart() {
        assertThat(CrossOrigin.expectOrigins(Set.of(
                        OURS,
                        "http://localhost:5173",
                        "capacitor://localhost",
                        "http://[::1]:8080",
                        "/https://.*[.]example/")))
                .hasSize(5);
        assertThat(CrossOrigin.expectOrigins(Set.of("*"))).hasSize(1);
        for (String wrong : List.of(
                OURS + "/",
                OURS + ":443",
                "http://example.org:80",
                "https://App.example.org",
                "app.example.org",
                "https://*.org")) {
            assertThatThrownBy(() -> CrossOrigin.expectOrigins(Set.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + wrong + "'");
        }
        assertThatThrownBy(() -> CrossOrigin.expectOrigins(Set.of("*", OURS))).hasMessageContaining("'*'");
    }

    @Test
    void aBrowserTakesNoAnswerForWhatItIsNotAndShowsNoPageOfOursWithinAnother() {
        given().get("/v1/problems").then().statusCode(200).header("X-Content-Type-Options", equalTo("nosniff"));
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"));
    }

    @Test
    void aPageOfANamedOriginIsToldBeforehandThatItMayAsk() {
        for (int more = 0; more < 20; more++) {
            preflight(OURS, "authorization,if-match")
                    .options("/v1/people/me")
                    .then()
                    .statusCode(200)
                    .header(ALLOWED, equalTo(OURS))
                    .header("Access-Control-Allow-Methods", equalTo("PATCH"))
                    .header("Access-Control-Allow-Headers", containsString("If-Match"))
                    .header("Vary", containsString("Origin"))
                    .header("RateLimit", nullValue());
        }
    }

    @Test
    void beforehandNothingIsAllowedWhereNothingIs() {
        preflight(OURS, "authorization").options("/v1/nothing").then().statusCode(404);
        given().options("/v1/people/me").then().statusCode(200).header("Vary", containsString("Origin"));
    }

    @Test
    void whoNamesTwoOriginsHasNone() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            String request = "GET /v1/problems HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: " + OURS
                    + "\r\nOrigin: https://elsewhere.example\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void aPageOfANamedOriginReadsAnswersAndRefusals() {
        Somebody ada = join("ada");

        ada.asks()
                .header("Origin", OURS)
                .get("/v1/people/me")
                .then()
                .statusCode(200)
                .header(ALLOWED, equalTo(OURS))
                .header("Access-Control-Allow-Credentials", equalTo("false"))
                .header("RateLimit", startsWith("\"newcomer\";r=3"));
        given().header("Origin", OURS)
                .get("/v1/people/me")
                .then()
                .statusCode(401)
                .header(ALLOWED, equalTo(OURS));
    }

    @Test
    void aPageOfAnyOtherOriginGetsNothing() {
        Somebody ada = join("ada");

        preflight("https://elsewhere.example", "authorization")
                .options("/v1/people/me")
                .then()
                .statusCode(403)
                .header(ALLOWED, nullValue())
                .body(at("$.code", equalTo("foreign-origin")));
        for (String foreign : List.of(OURS + ".elsewhere.example", "null", own() + "1")) {
            ada.asks()
                    .header("Origin", foreign)
                    .header("Accept-Language", "de")
                    .get("/v1/people/me")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .header(ALLOWED, nullValue())
                    .header("Content-Language", equalTo("de"))
                    .header("Vary", equalTo("Origin, Accept-Language"))
                    .body(at("$.code", equalTo("foreign-origin")));
        }
    }

    @Test
    void aPageOfThisServerAsks() {
        join("ada").asks().header("Origin", own()).get("/v1/people/me").then().statusCode(200);
    }

    private static String own() {
        return "http://localhost:" + RestAssured.port;
    }

    @Test
    void aPageMaySendAndReadEveryHeaderThatTheDocumentTellsOf() {
        JsonNode document =
                Door.json(given().queryParam("format", "json").get("/q/openapi").asString());
        Set<String> sent = new TreeSet<>(Set.of("Authorization", "Content-Type"));
        document.findValues("parameters")
                .forEach(parameters -> parameters.forEach(parameter -> {
                    if (parameter.path("in").asText().equals("header")
                            && !parameter.path("name").asText().startsWith("webhook-")) {
                        sent.add(parameter.path("name").asText());
                    }
                }));
        Set<String> read = new TreeSet<>();
        document.findValues("headers").forEach(headers -> headers.fieldNames().forEachRemaining(read::add));

        assertThat(sent).contains("Last-Event-ID", "Idempotency-Key", "If-Match");
        assertThat(namesIn(preflight(OURS, String.join(",", sent)).options("/v1/people"), "Allow-Headers"))
                .containsAll(sent);
        assertThat(read).contains("ETag", "Link", "Location", "Retry-After");
        // what a 405 and a 415 tell
        read.addAll(Set.of("Accept", "Accept-Encoding", "Accept-Patch", "Accept-Post", "Allow"));
        assertThat(namesIn(given().header("Origin", OURS).get("/v1/problems"), "Expose-Headers"))
                .containsAll(read);
    }

    private static List<String> namesIn(Response answer, String header) {
        return Arrays.asList(answer.header("Access-Control-" + header).split(",", -1));
    }
}

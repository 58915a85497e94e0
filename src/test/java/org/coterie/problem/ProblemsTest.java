package org.coterie.problem;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.json;
import static org.coterie.Door.operator;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("http")
class ProblemsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/v1", "/v1/nowhere", "/v1/people/me/nowhere", "/v2/people"})
    void anAddressThatNamesNothingIsAProblem(String path) {
        for (String method : List.of("GET", "OPTIONS")) {
            given().request(method, path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body(at("$.code", equalTo("not-found")))
                    .body(at("$.instance", equalTo(path)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/v1/people/me", "/v1/groups/none", "/v1/groups?limit=0", "/v1/imports/none/events"})
    void whatIsRefusedIsRefusedAlikeWithoutItsBody(String path) {
        Response get = given().get(path);
        Response head = given().head(path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        for (String header : List.of("Content-Type", "Content-Language", "Vary", "Cache-Control")) {
            assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
        }
        assertThat(head.header("Vary")).isEqualTo("Accept-Language");
    }

    @Test
    void moreHeadersThanAnybodyNeedsAreAProblem() {
        for (int size : new int[] {21_000, 33_000, 100_000}) {
            given().header("Cookie", "c".repeat(size))
                    .get("/v1/problems")
                    .then()
                    .statusCode(431)
                    .contentType("application/problem+json")
                    .body(at("$.code", equalTo("headers-too-large")));
        }
        given().header("Cookie", "c".repeat(19_000)).get("/v1/problems").then().statusCode(200);
    }

    @Test
    void whoWouldRatherSpeakHttp2IsAnsweredByHttp1WhereTheSameHolds() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            String request =
                    "GET /v1/problems HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\n"
                            + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\nCookie: "
                            + "c".repeat(21_000) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(13), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 431 ");
        }
    }

    /** Held against the document, as every answer. */
    @ParameterizedTest
    @ValueSource(strings = {"f", "~", "🚲"})
    void whatIsRepeatedOfARequestIsNoLongerThanItHasToBe(String letter) {
        JsonNode fault = json(join("ada")
                        .asks()
                        .body(Map.of(letter.repeat(5_000), 1))
                        .patch("/v1/people/me")
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .at("/errors/0");

        assertThat(fault.path("code").asText()).isEqualTo("unknown-field");
        assertThat(fault.path("pointer").asText())
                .doesNotContainPattern("~(?![01])")
                .endsWith("…");
        assertThat(fault.path("detail").asText()).contains(letter.repeat(99) + "…");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/people/me/signals,   application/json, Accept-Post",
        "PUT,  /v1/people/me/interests, application/json,",
        "POST, /v1/imports,             application/x-ndjson, Accept-Post"
    })
    void aBodyThatIsNotReadIsToldWhatIs(String method, String path, String format, String header) {
        var asked = path.equals("/v1/imports") ? operator() : join("ada").asks();
        Response refused = asked.contentType("text/plain").body("no").request(method, path);
        var encoded = path.equals("/v1/imports") ? operator() : join("ada").asks();
        Response unread = encoded.contentType(format)
                .header("Content-Encoding", "br")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .request(method, path);

        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.header("Accept")).isEqualTo(format);
        if (header != null) {
            assertThat(refused.header(header)).isEqualTo(format);
        }
        assertThat(unread.statusCode()).isEqualTo(415);
        assertThat(unread.header("Accept-Encoding")).isEqualTo(path.equals("/v1/imports") ? "gzip" : "identity");
    }

    @Test
    void anIdThatIsNoneNamesNothing() {
        join("ada").asks().get("/v1/people/not-an-id").then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | /v1/people                    | GET, HEAD, OPTIONS, POST
            POST   | /v1/people/me                 | DELETE, GET, HEAD, OPTIONS, PATCH
            PUT    | /v1/people/me/                | DELETE, GET, HEAD, OPTIONS, PATCH
            PUT    | /v1/people/me/tokens          | GET, HEAD, OPTIONS, POST
            PUT    | /v1/people/me/tokens/current  | DELETE, OPTIONS
            POST   | /v1/people/me/interests/c%2Fd | DELETE, GET, HEAD, OPTIONS, PUT
            PATCH  | /v1/groups/any                | GET, HEAD, OPTIONS
            BREW   | /v1/tags/coffee               | GET, HEAD, OPTIONS
            """)
    void aMethodThatIsNotTakenIsAProblemThatNamesThoseThatAre(String method, String path, String allowed) {
        given().urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", equalTo(allowed))
                .body(at("$.code", equalTo("method-not-allowed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "none"})
    void jsonIsUtf8WhateverItIsSaidToBe(String charset) {
        join("ada")
                .asks()
                .header("Content-Type", "application/json; charset=" + charset)
                .body("{\"text\":\"日\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(201)
                .body(at("$.text", equalTo("日")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
    void jsonInAnotherEncodingIsAProblem(String encoding) {
        join("ada")
                .asks()
                .body("{\"text\":\"day\"}".getBytes(Charset.forName(encoding)))
                .post("/v1/people/me/signals")
                .then()
                .statusCode(400)
                .body(at("$.errors[0].code", equalTo("malformed-json")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST  | /v1/people/me/signals   | {"text":5,"nope":1,"language":7} | /language /nope /text
            PUT   | /v1/people/me/interests | {"interests":[{"tag":"","strength":9},{"tag":5},{"nope":1,"tag":"x","stance":"A"}]} | /interests/0/strength /interests/0/tag /interests/1/tag /interests/2/nope /interests/2/stance
            PUT   | /v1/people/me/interests | {"interests":[{"tag":"x","until":"2001-01-01T00:00:00Z"},{"tag":"#"},{"tag":7}]} | /interests/0/until /interests/1/tag /interests/2/tag
            PUT   | /v1/people/me/interests | {"interests":[5,{"tag":"x","until":7},{}]} | /interests/0 /interests/1/until /interests/2/tag
            PATCH | /v1/people/me           | {"displayName":"","languages":["!!"],"timeZone":5,"q":1} | /displayName /languages/0 /q /timeZone
            PATCH | /v1/people/me           | {"matching":{"place":{"latitude":"a","longitude":999,"b/c":1}}} | /matching/place/b~1c /matching/place/latitude /matching/place/longitude
            PATCH | /v1/people/me           | {"displayName":null,"timeZone":5,"matching":{"notTheOnlyOneWith":["-"]}} | /displayName /matching/notTheOnlyOneWith/0 /timeZone
            POST  | /v1/groups              | {"name":5,"purpose":{"statement":"x","tags":["a","!"]}} | /name /purpose/tags/1
            POST  | /v1/synonyms            | {"tag":"","sameAs":"a","language":5} | /language /tag
            PUT   | /v1/tags/x/labels/de    | {"label":7,"synonyms":["a","."]} | /label /synonyms/1
            POST  | /v1/formations          | {"minSize":99,"maxSize":3,"x":1,"seed":"a"} | /minSize /seed /x
            POST  | /v1/webhooks            | {"url":5,"types":["a","b"]} | /types/0 /types/1 /url
            """)
    void allThatIsWrongIsToldThoughSomeOfItCannotBeRead(String method, String path, String body, String places) {
        var asked = path.matches("/v1/(formations|webhooks|tags/.*)")
                ? operator()
                : join("ada").asks();

        JsonNode problem = json(asked.body(body)
                .request(method, path)
                .then()
                .statusCode(400)
                .extract()
                .asString());

        assertThat(Set.copyOf(problem.path("errors").findValuesAsText("pointer")))
                .containsExactlyInAnyOrder(places.split(" "));
    }

    @Test
    void ofVeryManyPlacesThatCannotBeReadTheFirstHundredAreTold() {
        String body = "{\"interests\": [%s]}".formatted("5,".repeat(300).replaceAll(",$", ""));

        Response refused = join("ada").asks().body(body).put("/v1/people/me/interests");

        assertThat(json(refused.asString()).path("errors")).hasSize(100);
    }

    @Test
    void aBodyThatIsWrongThroughoutIsNotReadOverAndOverAgain() {
        String body = "{\"interests\": [%s5]}".formatted("{\"tag\":\"a\"},5,".repeat(30_000));

        Response refused = join("ada").asks().body(body).put("/v1/people/me/interests");

        assertThat(json(refused.asString()).path("errors")).hasSizeBetween(1, 10);
    }

    @Test
    void aNameThatIsThereTwiceIsNamed() {
        given().contentType(ContentType.JSON)
                .body("{\"handle\":\"okay\",\"it's\":1,\"it's\":2}")
                .post("/v1/people")
                .then()
                .statusCode(400)
                .body(at("$.errors[*].code", hasItem("malformed-json")))
                .body(at("$.errors[*].detail", hasItem("The name it's is there twice.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
    void aBodyInAnotherFormatIsAProblem(String format) {
        given().config(config().encoderConfig(encoderConfig().encodeContentTypeAs(format, ContentType.TEXT)))
                .header("Content-Type", format)
                .body("%")
                .post("/v1/people")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("unsupported-media-type")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                ",",
                "json",
                ";q=1",
                "application/json, x",
                "application/json;q=0",
                "application/json;q=0.0, */*",
                "text/html, */*;q=0"
            })
    void aFormatThatIsNotSpokenIsAProblem(String format) {
        join("ada")
                .asks()
                .header("Accept", format)
                .get("/v1/people/me")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("not-acceptable")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*/*", "application/x-ndjson;q=0, application/json;q=0.1", "text/html;q=0, */*"})
    void whoeverRefusesNothingThatIsSpokenGetsJson(String format) {
        join("ada")
                .asks()
                .header("Accept", format)
                .get("/v1/people/me/interests")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void aWholeNumberIsOneHoweverItIsWritten() {
        var ada = join("ada");
        for (var answer : Map.of(
                        "3.0", 200, "0.4e1", 200, "3.5", 400, "6.0", 400, "1e999999999", 400, "1e-999999999", 400)
                .entrySet()) {
            ada.asks()
                    .body("{\"strength\": %s}".formatted(answer.getKey()))
                    .put("/v1/people/me/interests/golf")
                    .then()
                    .statusCode(answer.getValue());
        }
    }
}

package org.coterie.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a bare socket: HTTP clients tidy an address before they send it. */
@QuarkusTest
@Tag("http")
class AddressCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/people/me/interests/..",
                "/v1/people/me/interests/%2e%2e",
                "/v1/people/me/interests/.%2E/",
                "/v1/people/me/.",
                "/v1/people/me/%2E?limit=1",
                "/v1/../v1/people/me",
                "/v1/people/./me",
                "http://localhost/v1/people/me/interests/.."
            })
    void nobodyLeavesByWayOfDots(String address) throws IOException {
        Somebody ada = join("ada");

        assertThat(ask("DELETE", address, ada))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("\"code\":\"invalid-address\"");

        ada.asks().get("/v1/people/me").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/people/me/interests/salt;pepper",
                "/v1/people/me/interests/salt;",
                "/v1/people/me/interests;a=b/salt",
                "/v1/people;a=b/me",
                "/v1/people/me;"
            })
    void nothingIsCutOffAtASemicolon(String address) throws IOException {
        Somebody ada = join("ada");
        ada.caresAbout("salt");

        assertThat(ask("DELETE", address, ada))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("\"code\":\"invalid-address\"")
                .contains("%3B");

        ada.asks().get("/v1/people/me/interests").then().body(at("$.items[*].tag", contains("salt")));
    }

    @Test
    void anEncodedSemicolonIsPartOfTheWord() throws IOException {
        Somebody ada = join("ada");

        assertThat(ask("PUT", "/v1/people/me/interests/salt%3Bpepper", ada))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"label\":\"salt;pepper\"");
        assertThat(ask("GET", "/v1/tags?prefix=salt;pepper", ada)).startsWith("HTTP/1.1 200 ");
        assertThat(ask("DELETE", "/v1/people/me/interests/salt%3bpepper", ada)).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void dotsInAWordAreNoSegment() throws IOException {
        Somebody ada = join("ada");

        for (String tag : new String[] {".net", "%2enet", "...net", "a..b", "c.."}) {
            assertThat(ask("PUT", "/v1/people/me/interests/" + tag, ada)).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tags/%zz",
                "/v1/tags/%",
                "/v1/tags?prefix=%zz",
                "/v1/tags?prefix=a&limit=%1",
                "/v1/tags?prefix=a|b",
                "/v1/tags?unknown=<",
                "/v1/tags/[",
                "/v1/tags/a\\b",
                "/q/health/%zz"
            })
    void whatIsNoUriIsAProblem(String address) throws IOException {
        assertThat(ask("GET", address, join("ada")))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("\"code\":\"invalid-address\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tags/%zz%20, /v1/tags/%25zz%20",
        "/v1/tags/a|b?c|d, /v1/tags/a%7Cb",
        "/v1/tags/[a\\b], /v1/tags/%5Ba%5Cb%5D",
        "/v1/tags/nobodys%23, /v1/tags/nobodys%23",
        "/v1/tags/nobody%20cares%3F?about=it, /v1/tags/nobody%20cares%3F",
        "http://localhost/v1/tags/nobodys%23, /v1/tags/nobodys%23"
    })
    void theInstanceOfAProblemIsAUriEvenSo(String address, String instance) throws IOException {
        assertThat(ask("GET", address, join("ada"))).contains("\"instance\":\"%s\"".formatted(instance));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_001, 20_000, 60_000})
    void anAddressThatIsTooLongIsAProblem(int length) throws IOException {
        String start = "/v1/tags?prefix=";

        assertThat(ask("GET", start + "x".repeat(length - start.length()), join("ada")))
                .startsWith("HTTP/1.1 414 ")
                .containsIgnoringCase("cache-control: no-store")
                .contains("application/problem+json")
                .contains("\"code\":\"address-too-long\"");
    }

    @Test
    void theLongestAddressIsRead() throws IOException {
        String start = "/v1/tags?prefix=";

        assertThat(ask("GET", start + "x".repeat(8_000 - start.length()), join("ada")))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "v1/tags"})
    void whatDoesNotBeginWithASlashNamesNothing(String address) throws IOException {
        assertThat(ask("OPTIONS", address, join("ada")))
                .startsWith("HTTP/1.1 404 ")
                .contains("application/problem+json")
                .contains("\"code\":\"not-found\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "[", "a:b:c", "%zz"})
    void aHostThatIsNoneIsAProblem(String host) throws IOException {
        assertThat(ask("GET", "/v1/tags", join("ada"), host))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("\"code\":\"invalid-address\"");
    }

    /** HTTP/1.0 needs none, and so asks many a probe. */
    @Test
    void whoNamesNoHostIsAnsweredOnlyWhatAProbeAsks() throws IOException {
        assertThat(exchange("GET /v1/problems HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.0 400 ")
                .contains("application/problem+json")
                .contains("\"code\":\"invalid-address\"");
        assertThat(exchange("GET /q/health/live HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200 ");
    }

    private static String ask(String method, String address, Somebody person) throws IOException {
        return ask(method, address, person, "localhost");
    }

    private static String ask(String method, String address, Somebody person, String host) throws IOException {
        return exchange("""
                %s %s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Length: 0\r
                Connection: close\r
                \r
                """.formatted(method, address, host, person.token()));
    }

    private static String exchange(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

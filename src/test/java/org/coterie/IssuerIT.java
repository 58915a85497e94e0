package org.coterie;

import static io.restassured.RestAssured.given;
import static org.coterie.Door.as;
import static org.coterie.Door.at;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People come with tokens of an OIDC issuer, by settings that an operator makes: a real one in all that is asked of it
 * here, discovery and key set.
 */
class IssuerIT {

    private static final KeyPair KEYS = newKeys();
    private static final KeyPair OTHER_KEYS = newKeys();

    @TempDir
    static Path data;

    private static HttpServer issuer;
    private static String issuerUrl;
    private static Packaged coterie;

    @BeforeAll
    static void anIssuerIsConfigured() throws IOException, InterruptedException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuerUrl = "http://localhost:" + issuer.getAddress().getPort();
        answer("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/authorize"}""".formatted(issuerUrl));
        answer("/keys", keySet());
        issuer.start();
        coterie = Packaged.start(
                data,
                Map.of(
                        "COTERIE_EVENTS_HEARTBEAT", "1s",
                        "COTERIE_OIDC_ENABLED", "true",
                        "QUARKUS_OIDC_AUTH_SERVER_URL", issuerUrl,
                        "QUARKUS_OIDC_CLIENT_ID", "coterie"));
        RestAssured.baseURI = coterie.address().toString();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    @AfterAll
    static void bothGo() {
        RestAssured.reset();
        coterie.close();
        issuer.stop(0);
    }

    private static void answer(String path, String body) {
        issuer.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String keySet() {
        var key = (RSAPublicKey) KEYS.getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "1", "n": "%s", "e": "%s"}]}""".formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    @Test
    void whoTheIssuerVouchesForJoinsAndIsKnownFromThenOn() {
        String token = tokenFor(unique("subject"), KEYS, Set.of());
        String handle = unique("ada");

        as(token).get("/v1/people/me").then().statusCode(403);
        as(token)
                .body(Map.of("handle", handle))
                .post("/v1/people")
                .then()
                .statusCode(201)
                .body(at("$.accessToken", nullValue()));

        String name = as(token)
                .get("/v1/people/me")
                .then()
                .statusCode(200)
                .body(at("$.handle", equalTo(handle)))
                .extract()
                .header("ETag");
        as(token)
                .header("If-None-Match", name)
                .get("/v1/people/me")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(name));
        as(token)
                .body(Map.of("handle", unique("again")))
                .post("/v1/people")
                .then()
                .statusCode(409)
                .body(at("$.code", equalTo("already-joined")));
    }

    @Test
    void aTokenSignedByAnybodyElseIsRefused() {
        as(tokenFor(unique("subject"), OTHER_KEYS, Set.of()))
                .get("/v1/people/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"coterie\", error=\"invalid_token\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-application", ""})
    void aTokenForAnotherApplicationIsRefused(String audience) {
        var token = claimsFor(unique("subject"), Set.of(), 300);
        String foreign = signed(audience.isEmpty() ? token : token.audience(audience), KEYS);

        as(foreign)
                .body(Map.of("handle", unique("ada")))
                .post("/v1/people")
                .then()
                .statusCode(401);
        as(foreign).get("/v1/people/me").then().statusCode(401).body(at("$.code", equalTo("token-invalid")));
    }

    @Test
    void nobodyJoinsWithoutTheIssuer() {
        given().contentType("application/json")
                .body(Map.of("handle", unique("ada")))
                .post("/v1/people")
                .then()
                .statusCode(401)
                .body(at("$.code", equalTo("token-required")));
    }

    @Test
    void theIssuersRolesMakeNobodyAnOperator() {
        as(tokenFor(unique("subject"), KEYS, Set.of("operator", "person")))
                .get("/v1/people/me")
                .then()
                .statusCode(403);
    }

    @Test
    void theOperatorsKeyStillWorks() {
        operator().get("/v1/people/me").then().statusCode(403).body(at("$.code", equalTo("not-allowed")));
        operator().get("/v1/people/7c9e6679-7425-40de-944b-e07fc1f90ae7").then().statusCode(404);
    }

    @Test
    void theStreamOfEventsEndsWithTheIssuersToken() {
        String subject = unique("subject");
        as(tokenFor(subject, KEYS, Set.of()))
                .body(Map.of("handle", unique("ada")))
                .post("/v1/people")
                .then()
                .statusCode(201);
        String brief = tokenFor(subject, KEYS, Set.of(), 8);

        as(brief)
                .get("/v1/events/stream")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/event-stream"))
                .body(containsString(":still here"));
        as(brief).get("/v1/events").then().statusCode(401);
    }

    private static String tokenFor(String subject, KeyPair keys, Set<String> groups) {
        return tokenFor(subject, keys, groups, 300);
    }

    private static String tokenFor(String subject, KeyPair keys, Set<String> groups, int seconds) {
        return signed(claimsFor(subject, groups, seconds).audience("coterie"), keys);
    }

    private static JwtClaimsBuilder claimsFor(String subject, Set<String> groups, int seconds) {
        return Jwt.issuer(issuerUrl).subject(subject).groups(groups).expiresIn(seconds);
    }

    private static String signed(JwtClaimsBuilder claims, KeyPair keys) {
        return claims.jws().keyId("1").sign(keys.getPrivate());
    }

    private static KeyPair newKeys() {
        try {
            return KeyUtils.generateKeyPair(2048);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

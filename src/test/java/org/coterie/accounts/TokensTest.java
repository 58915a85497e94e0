package org.coterie.accounts;

import static io.restassured.RestAssured.given;
import static org.coterie.Door.as;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.coterie.Door.operator;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class TokensTest {

    @Test
    void withoutATokenNothingPersonalIsTold() {
        given().get("/v1/people/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"coterie\""))
                .contentType("application/problem+json")
                .body(at("$.code", equalTo("token-required")));
    }

    @Test
    void aTokenThatNobodyIssuedIsRefused() {
        as("coterie_made-up").get("/v1/people/me").then().statusCode(401).body(at("$.code", equalTo("token-invalid")));
        as("x.y.z").get("/v1/people/me").then().statusCode(401).body(at("$.code", equalTo("token-invalid")));
        as("").get("/v1/people/me").then().statusCode(401);
        given().header("Authorization", "Basic YTpi")
                .get("/v1/people/me")
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsWrongIsTheTokenWhereThereIsOne() {
        as("coterie_made-up")
                .get("/v1/people/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"coterie\", error=\"invalid_token\""));
        as("").get("/v1/people/me").then().header("WWW-Authenticate", equalTo("Bearer realm=\"coterie\""));
    }

    @Test
    void aSecondTokenWorksUntilItIsRevoked() {
        var ada = join("ada");
        var second =
                ada.asks().post("/v1/people/me/tokens").then().statusCode(201).extract();
        String token = second.path("token");

        as(token).get("/v1/people/me").then().statusCode(200).body(at("$.id", equalTo(ada.id())));
        ada.asks().get("/v1/people/me/tokens").then().statusCode(200).body(at("$.items", hasSize(2)));

        ada.asks().delete("/v1/people/me/tokens/" + second.path("id")).then().statusCode(204);

        as(token).get("/v1/people/me").then().statusCode(401);
        ada.asks().get("/v1/people/me").then().statusCode(200);
    }

    @Test
    void signingOutEndsTheTokenInUse() {
        var ada = join("ada");

        ada.asks().delete("/v1/people/me/tokens/current").then().statusCode(204);

        ada.asks().get("/v1/people/me").then().statusCode(401);
    }

    @Test
    void fiftyTokensAreEnoughWhoeverIssuesThem() {
        var ada = join("ada");
        for (int tokens = 1; tokens < 50; tokens++) {
            ada.asks().post("/v1/people/me/tokens").then().statusCode(201);
        }

        for (var issued : List.of(
                ada.asks().post("/v1/people/me/tokens"), operator().post("/v1/people/" + ada.id() + "/tokens"))) {
            issued.then().statusCode(409).body(at("$.code", equalTo("too-many-tokens")));
        }
        ada.asks().get("/v1/people/me/tokens").then().body(at("$.items", hasSize(50)));
    }

    @Test
    void nobodyRevokesSomebodyElsesToken() {
        var ada = join("ada");
        var grace = join("grace");
        String id = ada.asks().get("/v1/people/me/tokens").then().extract().path("items[0].id");

        grace.asks()
                .delete("/v1/people/me/tokens/" + id)
                .then()
                .statusCode(404)
                .body(at("$.code", equalTo("unknown-token")));
        ada.asks().get("/v1/people/me").then().statusCode(200);
    }
}

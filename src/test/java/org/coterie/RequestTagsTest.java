package org.coterie;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;

import io.quarkus.test.junit.QuarkusTest;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class RequestTagsTest {

    @Test
    void requestsAreCountedByAddressesOfTheContract() {
        Somebody ada = join("ada");
        String word = unique("figure");
        ada.asks().get("/v1/tags/" + word).then().statusCode(404);
        ada.asks().patch("/v1/groups/" + word).then().statusCode(405);
        given().get("/v1/people/me/signals/" + word).then().statusCode(401);
        given().request("BREW", "/v1/tags/" + word).then().statusCode(405);
        given().get("/" + word).then().statusCode(404);
        given().get("/v1/tags/" + word + "x".repeat(8_000)).then().statusCode(414);

        await().untilAsserted(() -> assertThat(figures())
                .contains("method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"404\",uri=\"/v1/tags/{tag}\"")
                .contains("method=\"PATCH\",outcome=\"CLIENT_ERROR\",status=\"405\",uri=\"/v1/groups/{groupId}\"")
                .contains("method=\"OTHER\",outcome=\"CLIENT_ERROR\",status=\"405\",uri=\"/v1/tags/{tag}\"")
                .contains("method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"404\",uri=\"OTHER\"")
                .contains("status=\"414\""));
        assertThat(figures()).doesNotContain(word);
    }

    private static String figures() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}

package org.coterie.meaning;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.coterie.Door;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeaningHealthTest {

    @Test
    void withoutAModelCoterieIsReadyAndSaysSo() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(Door.at("$.status", equalTo("UP")))
                .body(Door.at("$.checks[?(@.name=='Meaning of words')].data.model", contains("off")));
    }
}

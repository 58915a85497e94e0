package org.coterie.freshness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.join;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.coterie.Retirement;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That an operation which goes away says so. */
@QuarkusTest
@Tag("http")
class RetirementsTest {

    @Test
    void anOperationThatGoesAwaySaysSinceWhenUntilWhenAndWhatInstead() {
        given().get("/v0/home")
                .then()
                .statusCode(200)
                .header("Deprecation", equalTo("@1769817600"))
                .header("Sunset", equalTo("Sat, 01 Aug 2026 00:00:00 GMT"))
                .header("Link", equalTo("</v1/home>; rel=\"successor-version\""));
    }

    @Test
    void anyOtherSaysNothingOfTheKind() {
        join("ada")
                .asks()
                .get("/v1/home")
                .then()
                .statusCode(200)
                .header("Deprecation", nullValue())
                .header("Sunset", nullValue());
    }

    @Test
    void theDocumentSaysItToo() throws java.io.IOException {
        Operation old = OASFactory.createOperation()
                .operationId("getOldHome")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().description("As it was.")));

        Retirement.in(Index.of(OldHome.class)).tellOf(old);

        assertThat(old.getDeprecated()).isTrue();
        assertThat(old.getDescription()).isEqualTo("Goes away on 2026-08-01; use `/v1/home` instead.");
        assertThat(old.getResponses().getAPIResponse("200").getHeaders()).containsKeys("Deprecation", "Sunset");
    }
}

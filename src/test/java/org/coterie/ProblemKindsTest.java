package org.coterie;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.json;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each code of a problem means, told without a token. */
@QuarkusTest
@Tag("http")
class ProblemKindsTest {

    private static final Pattern NAMED = Pattern.compile("`([a-z0-9-]+)`");

    private static final Pattern TOLD = Pattern.compile("`([a-z-]+)`: ");

    @Test
    void theTypeOfAProblemLeadsToWhatItMeans() {
        String type = given().get("/v1/people/me")
                .then()
                .statusCode(401)
                .body(at("$.code", equalTo("token-required")))
                .extract()
                .path("type");

        given().get(type)
                .then()
                .statusCode(200)
                .body(at("$.type", equalTo(type)))
                .body(at("$.code", equalTo("token-required")))
                .body(at("$.statuses", hasItem(401)));
        given().get("/problems/no-such-code").then().statusCode(404).body(at("$.code", equalTo("unknown-problem")));
    }

    @Test
    void theCodeOfOnePlaceHasAPage() throws IOException {
        String codes = ContractDocument.served()
                .schemas()
                .at("/Fault/properties/code/description")
                .asText();

        assertThat(NAMED.matcher(codes).results().map(code -> code.group(1)))
                .contains("out-of-range", "tag-unreadable")
                .allSatisfy(code -> given().get("/problems/" + code)
                        .then()
                        .statusCode(200)
                        .body(at("$.inErrors", equalTo(true)))
                        .body(at("$.statuses[0]", notNullValue())));
        given().get("/problems/handle-taken").then().body(at("$.inErrors", equalTo(false)));
    }

    @Test
    void theCodeOfALineOfAnImportHasAPage() throws IOException {
        String codes = ContractDocument.served()
                .schemas()
                .at("/ImportError/properties/code/description")
                .asText();

        assertThat(NAMED.matcher(codes).results().map(code -> code.group(1)))
                .containsExactly("in-the-future", "line-too-long", "not-storable", "not-utf-8")
                .allSatisfy(code -> given().get("/problems/" + code)
                        .then()
                        .statusCode(200)
                        .body(at("$.inErrors", equalTo(true)))
                        .body(at("$.statuses", empty())));
    }

    @Test
    void everyCodeThatAnOperationTellsOfIsListedWithItsStatus() throws IOException {
        Set<String> told = new TreeSet<>();
        var document = ContractDocument.served();
        document.eachOperation((name, operation) -> operation.path("responses").properties().stream()
                .filter(response -> response.getKey().compareTo("400") >= 0)
                .forEach(response -> TOLD.matcher(document.resolved(response.getValue())
                                .path("description")
                                .asText())
                        .results()
                        .forEach(code -> told.add(code.group(1) + " " + response.getKey()))));
        Set<String> listed = new TreeSet<>();
        for (JsonNode kind : json(given().get("/v1/problems").asString()).path("items")) {
            kind.path("statuses").forEach(status -> listed.add(kind.path("code").asText() + " " + status.asText()));
        }

        assertThat(listed).containsAll(told).hasSizeGreaterThan(50);
    }
}

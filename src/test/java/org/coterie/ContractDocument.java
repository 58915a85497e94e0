package org.coterie;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** The contract, as it is served and for tests to look through. */
record ContractDocument(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static ContractDocument served() throws IOException {
        byte[] served = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new ContractDocument(new ObjectMapper().readTree(served));
    }

    /** Shows each operation with its method and path, such as {@code GET /v1/people/me}. */
    void eachOperation(BiConsumer<String, JsonNode> visitor) {
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> visitor.accept(
                                entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), entry.getValue())));
    }

    /** Something as it stands, or where it points. */
    JsonNode resolved(JsonNode that) {
        String reference = that.path("$ref").asText();
        return reference.isEmpty() ? that : root.at(reference.substring(1));
    }

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }
}

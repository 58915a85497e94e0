package org.coterie.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.OPERATOR;
import static org.coterie.Door.join;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("http")
class OperatorClientTest {

    @Test
    void whoHasAsManyTokensAsAnybodyMayGetsNone() {
        var coterie =
                new OperatorClient(new ObjectMapper(), URI.create("http://localhost:" + RestAssured.port), OPERATOR);
        Somebody ada = join("ada");

        for (int had = 1; had < 50; had++) {
            assertThat(coterie.tokenFor(ada.id())).isPresent();
        }

        assertThat(coterie.tokenFor(ada.id())).isEmpty();
    }
}

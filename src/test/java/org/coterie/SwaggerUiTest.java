package org.coterie;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SwaggerUiTest {

    @TestHTTPResource
    URI server;

    @Test
    void aNewcomerWalksTheMainPathInABrowser() throws IOException, InterruptedException {
        NodeChecks.run("swagger-ui.mjs", "http://localhost:" + server.getPort(), NodeChecks.chromium());
    }
}

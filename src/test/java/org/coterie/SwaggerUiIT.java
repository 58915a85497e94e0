package org.coterie;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Swagger UI as the package serves it. */
class SwaggerUiIT {

    @TempDir
    Path data;

    @Test
    void aNewcomerWalksTheMainPathInABrowser() throws IOException, InterruptedException {
        String chromium = NodeChecks.chromium();
        try (var coterie = Packaged.start(data, Map.of())) {
            NodeChecks.run("swagger-ui.mjs", coterie.address().toString(), chromium, Door.OPERATOR);
        }
    }
}

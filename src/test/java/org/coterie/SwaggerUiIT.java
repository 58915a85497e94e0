package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Swagger UI as the package serves it, and what a second process says that finds it there. */
class SwaggerUiIT {

    @TempDir
    Path data;

    @Test
    void aNewcomerWalksTheMainPathInABrowser() throws IOException, InterruptedException {
        String chromium = NodeChecks.chromium();
        try (var coterie = Packaged.start(data, Map.of())) {
            String address = coterie.address().toString();
            expectNoSecondOnTheSameData();
            NodeChecks.run("swagger-ui.mjs", address, chromium, Door.OPERATOR);
        }
    }

    private void expectNoSecondOnTheSameData() throws IOException, InterruptedException {
        try (var second = Packaged.start(data, Map.of())) {
            assertThat(second.failsWithin(30)).isTrue();
            assertThat(second.log()).contains("is in use by another process");
        }
    }
}

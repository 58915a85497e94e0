package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large a file is does not matter to the memory it takes. */
class LargeImportIT {

    @TempDir
    Path data;

    @Test
    void aFileOfAHundredMegabytesComesInWithLittleMemory() throws IOException, InterruptedException {
        try (var coterie = Packaged.start(data, Map.of(), "-Xmx192m", "-XX:TieredStopAtLevel=1")) {
            URI address = coterie.address();
            var lines = new TalkativePeople(100_000_000);
            var request = HttpRequest.newBuilder(address.resolve("/v1/imports"))
                    .header("Authorization", "Bearer " + Door.OPERATOR)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> lines))
                    .build();

            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode())
                    .as("%s%n%s", answer.body(), coterie.log())
                    .isEqualTo(202);
            assertThat(lines.bytes()).isGreaterThanOrEqualTo(100_000_000);
            assertThat(answer.body())
                    .contains("\"state\":\"SUCCEEDED\"", "\"accepted\":%d,\"rejected\":0".formatted(lines.people()));
        }
    }
}

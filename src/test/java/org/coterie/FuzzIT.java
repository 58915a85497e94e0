package org.coterie;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent, by whomever: the answer is one that the document knows of, and comes in time. */
class FuzzIT {

    @TempDir
    Path data;

    @Test
    void nothingThatIsSentIsAnsweredWithWhatIsNotDocumented() throws IOException, InterruptedException {
        var open = Map.of("COTERIE_LIMITS", "off", "COTERIE_WEBHOOKS_PRIVATE_ADDRESSES", "allow");
        try (var coterie = Packaged.start(data, open)) {
            try {
                NodeChecks.run("fuzz.mjs", coterie.address().toString(), "openapi/openapi.yaml", Door.OPERATOR);
            } catch (AssertionError e) {
                // what no client is told, and no two runs bring about
                throw new AssertionError(e.getMessage() + "\n" + coterie.log(), e);
            }
        }
    }
}

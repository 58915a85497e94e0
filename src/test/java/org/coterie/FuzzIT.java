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
        try (var coterie = Packaged.start(data, Map.of("COTERIE_LIMITS", "off"))) {
            NodeChecks.run("fuzz.mjs", coterie.address().toString(), "openapi/openapi.yaml", Door.OPERATOR);
        }
    }
}

package org.coterie;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The document is as those who make clients of it, and those who look for holes in it, want one to be. */
class LintIT {

    @Test
    void theLintersHaveNothingToSay() throws IOException, InterruptedException {
        NodeChecks.run("lint.mjs", "openapi/openapi.yaml");
    }
}

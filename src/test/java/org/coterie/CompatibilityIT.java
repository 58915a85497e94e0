package org.coterie;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What has been released changes only in ways that break no client. */
class CompatibilityIT {

    @Test
    void theContractBreaksNoClientOfTheLastRelease() throws IOException, InterruptedException {
        NodeChecks.run("compatibility.mjs", "openapi/released.yaml", "openapi/openapi.yaml", "target/compatibility");
    }

    @Test
    void whatOnlyLooksHarmlessIsFound() throws IOException, InterruptedException {
        NodeChecks.run("compatibility-finds.mjs", "openapi/released.yaml", "target/compatibility");
    }
}

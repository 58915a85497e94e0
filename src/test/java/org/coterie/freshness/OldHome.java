package org.coterie.freshness;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An operation of the past, which only tests ask. */
@Path("/v0/home")
@PermitAll
class OldHome {

    @GET
    @Retiring(since = "2026-01-31", gone = "2026-08-01", instead = "/v1/home")
    @Operation(operationId = "getOldHome", hidden = true)
    public String get() {
        return "as it was";
    }
}

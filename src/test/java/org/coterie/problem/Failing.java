package org.coterie.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An operation that always fails, which only tests ask. */
@Path("/v0/failing/{tag}")
@PermitAll
class Failing {

    @GET
    @Operation(operationId = "fail", hidden = true)
    public String get(@PathParam("tag") String tag) {
        throw new IllegalStateException("as ever");
    }
}

package org.coterie.formation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coterie.accounts.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The first screen, over HTTP. */
@Path("/v1/home")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Home", description = "What an app shows first.")
class HomeResource {

    private final Home home;

    HomeResource(Home home) {
        this.home = home;
    }

    @GET
    @Operation(
            operationId = "getHome",
            summary = "Get the first screen in one call",
            description = "Yourself, what waits for you, your groups, and what suits you: a few of each. With"
                    + " `If-None-Match` nothing is sent where nothing has changed.")
    @APIResponse(
            responseCode = "200",
            description =
                    "What an app shows first; under 30 kB. Where names are so long that it would be more, it has fewer"
                            + " people, or else fewer suggested groups, or else fewer of your groups: the last ones are left out.")
    public HomeView get() {
        return home.mine();
    }
}

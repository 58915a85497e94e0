package org.coterie.safety;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** With whom the person who asks is not to be in one group, over HTTP. */
@Path("/v1/people/me/avoids")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Safety", description = "Not meeting somebody, without their knowing.")
class AvoidsResource {

    private final Avoids avoids;

    AvoidsResource(Avoids avoids) {
        this.avoids = avoids;
    }

    @GET
    @Noted
    @Operation(operationId = "listAvoids", summary = "See whom you avoid")
    @APIResponse(responseCode = "200", description = "Whom you avoid; who avoids you is told to nobody.")
    public Page<AvoidView> list(@BeanParam PageRequest page) {
        return avoids.list(page);
    }

    @GET
    @Noted
    @Path("/{personId}")
    @Operation(operationId = "getAvoid", summary = "See that you avoid somebody")
    @APIResponse(responseCode = "200", description = "Since when.")
    @APIResponse(responseCode = "404", description = "`nothing-said`: you have not.")
    public AvoidView get(
            @Parameter(description = "The person's id.", example = "5e8f3c1a-7b2d-4f60-9a4c-d1e6b3f7082c")
                    @PathParam("personId")
                    UUID personId) {
        return avoids.one(personId);
    }

    @PUT
    @Path("/{personId}")
    @Operation(
            operationId = "avoid",
            summary = "Never be in one group with somebody",
            description =
                    "Silent: the other is not told, and whatever they look at is as it would be if you did not suit each"
                            + " other. It works both ways for every group that is formed, suggested or open to either of you,"
                            + " and neither of you is suggested to the other; either may still look the other up. In a"
                            + " group that both have joined, both stay until one leaves; where one has, the other is"
                            + " invited to it no longer, and where both are invited, you are not. For people whom you would rather not meet; where you have to be"
                            + " safe from somebody, block them.")
    @APIResponse(responseCode = "204", description = "You avoid them, now or since before.")
    @APIResponse(responseCode = "400", description = "`own-id`: you cannot avoid yourself.")
    @APIResponse(responseCode = "404", description = "`unknown-person`: nobody has this id.")
    public void avoid(
            @Parameter(description = "The person's id.", example = "5e8f3c1a-7b2d-4f60-9a4c-d1e6b3f7082c")
                    @PathParam("personId")
                    UUID personId) {
        avoids.avoid(personId);
    }

    @DELETE
    @Path("/{personId}")
    @Operation(operationId = "unavoid", summary = "Avoid somebody no longer")
    @APIResponse(responseCode = "204", description = "You do not, or no longer, avoid them.")
    public void unavoid(
            @Parameter(description = "The person's id.", example = "5e8f3c1a-7b2d-4f60-9a4c-d1e6b3f7082c")
                    @PathParam("personId")
                    UUID personId) {
        avoids.unavoid(personId);
    }
}

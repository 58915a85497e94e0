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
import org.coterie.accounts.WayOut;
import org.coterie.freshness.Noted;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom the person who asks must not meet, over HTTP. */
@Path("/v1/people/me/blocks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Safety", description = "Not meeting somebody, without their knowing.")
class BlocksResource {

    private final Blocks blocks;

    BlocksResource(Blocks blocks) {
        this.blocks = blocks;
    }

    @GET
    @Noted
    @Operation(operationId = "listBlocks", summary = "See whom you have blocked")
    @APIResponse(responseCode = "200", description = "Whom you have blocked; who has blocked you is told to nobody.")
    public Page<BlockView> list(@BeanParam PageRequest page) {
        return blocks.list(page);
    }

    @GET
    @Noted
    @Path("/{personId}")
    @Operation(operationId = "getBlock", summary = "See that you have blocked somebody")
    @APIResponse(responseCode = "200", description = "Since when.")
    @APIResponse(responseCode = "404", description = "`nothing-said`: you have not.")
    public BlockView get(
            @Parameter(description = "The person's id.", example = "9b2d0f4e-5c3a-4e1b-a7d6-2f8c4b9e1a35")
                    @PathParam("personId")
                    UUID personId) {
        return blocks.one(personId);
    }

    @PUT
    @Path("/{personId}")
    @WayOut
    @Operation(
            operationId = "block",
            summary = "Never be brought together with somebody",
            description = "Silent: the other is not told. It works both ways for every invitation, suggestion and open"
                    + " place from now on. In a group that both have joined, both stay until one leaves; where one has,"
                    + " the other is invited to it no longer, and where both are invited, you are not.")
    @APIResponse(responseCode = "204", description = "They are blocked, now or since before.")
    @APIResponse(responseCode = "400", description = "`own-id`: you cannot block yourself.")
    @APIResponse(responseCode = "404", description = "`unknown-person`: nobody has this id.")
    public void block(
            @Parameter(description = "The person's id.", example = "9b2d0f4e-5c3a-4e1b-a7d6-2f8c4b9e1a35")
                    @PathParam("personId")
                    UUID personId) {
        blocks.block(personId);
    }

    @DELETE
    @Path("/{personId}")
    @Operation(operationId = "unblock", summary = "Take a block back")
    @APIResponse(responseCode = "204", description = "You have not, or no longer, blocked them.")
    public void unblock(
            @Parameter(description = "The person's id.", example = "9b2d0f4e-5c3a-4e1b-a7d6-2f8c4b9e1a35")
                    @PathParam("personId")
                    UUID personId) {
        blocks.unblock(personId);
    }
}

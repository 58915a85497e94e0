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

/** With whom the person who asks comes to groups, over HTTP. */
@Path("/v1/people/me/companions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Safety", description = "Not meeting somebody, without their knowing, and coming together.")
class CompanionsResource {

    private final Companions companions;

    CompanionsResource(Companions companions) {
        this.companions = companions;
    }

    @GET
    @Noted
    @Operation(operationId = "listCompanions", summary = "See whom you have named as companions")
    @APIResponse(
            responseCode = "200",
            description = "Whom you have named; that somebody has named you is told only where you have named them.")
    public Page<CompanionView> list(@BeanParam PageRequest page) {
        return companions.list(page);
    }

    @DELETE
    @Operation(operationId = "dropCompanions", summary = "Come to groups by yourself again")
    @APIResponse(responseCode = "204", description = "You have not, or no longer, named anybody.")
    public void dropAll() {
        companions.comeAlone();
    }

    @GET
    @Noted
    @Path("/{personId}")
    @Operation(operationId = "getCompanion", summary = "See that you have named somebody as a companion")
    @APIResponse(responseCode = "200", description = "Since when, and whether they have named you, too.")
    @APIResponse(responseCode = "404", description = "`nothing-said`: you have not.")
    public CompanionView get(
            @Parameter(description = "The person's id.", example = "1b4e28ba-2fa1-41d2-883f-9c16d3cca427")
                    @PathParam("personId")
                    UUID personId) {
        return companions.one(personId);
    }

    @PUT
    @Path("/{personId}")
    @Operation(
            operationId = "nameCompanion",
            summary = "Come to groups together with somebody",
            description =
                    "Tell them yourself: it counts once both of you have named each other, and until then they cannot"
                            + " see it. From then on no group is formed with one of you, suggested or open to one of you,"
                            + " unless the other can come too, or is there: nobody needs to care about more than anybody"
                            + " else in it, but where one of you does not suit, neither is asked. Whoever takes an open"
                            + " place brings an invitation for the other, who may decline it. Where one of two who are"
                            + " both only invited declines, the other's invitation ends (`invitation.ended`), and why is not told; so do"
                            + " invitations that one of you has had alone, once both of you have named each other: the"
                            + " groups are suggested to both where both can come. Groups that either of you has joined"
                            + " stay as they are. Whoever comes with a companion of yours comes with you, too: all of"
                            + " you together have to find room in one group, and more than 12 find none.")
    @APIResponse(responseCode = "204", description = "You have named them, now or before.")
    @APIResponse(responseCode = "400", description = "`own-id`: you are with yourself anyway.")
    @APIResponse(responseCode = "404", description = "`unknown-person`: nobody has this id.")
    @APIResponse(responseCode = "409", description = "`too-many-companions`: you have named two already.")
    public void name(
            @Parameter(description = "The person's id.", example = "1b4e28ba-2fa1-41d2-883f-9c16d3cca427")
                    @PathParam("personId")
                    UUID personId) {
        companions.comeWith(personId);
    }

    @DELETE
    @Path("/{personId}")
    @Operation(operationId = "dropCompanion", summary = "Come to groups without somebody again")
    @APIResponse(responseCode = "204", description = "You have not, or no longer, named them.")
    public void drop(
            @Parameter(description = "The person's id.", example = "1b4e28ba-2fa1-41d2-883f-9c16d3cca427")
                    @PathParam("personId")
                    UUID personId) {
        companions.comeWithout(personId);
    }
}

package org.coterie.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tokens that the operator hands to others: who was imported has none. */
@Path("/v1/people/{personId}/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Tokens")
class IssuedTokensResource {

    private final Accounts accounts;

    IssuedTokensResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "issueTokenFor",
            summary = "Give somebody a token (operator)",
            description = "For people who were imported, or who have lost theirs.")
    @APIResponse(
            responseCode = "201",
            description = "The token; it is shown only now.",
            content = @Content(schema = @Schema(implementation = NewToken.class)))
    @APIResponse(responseCode = "404", description = "`unknown-person`: nobody has this id.")
    @APIResponse(responseCode = "409", description = "`too-many-tokens`: the person has to revoke one first.")
    public NewToken issue(
            @Parameter(description = "The person's id.", example = "7c9e6679-7425-40de-944b-e07fc1f90ae7")
                    @PathParam("personId")
                    UUID personId) {
        return accounts.issue(personId);
    }
}

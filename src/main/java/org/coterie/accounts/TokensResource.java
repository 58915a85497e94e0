package org.coterie.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coterie.freshness.Unchanged;
import org.coterie.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tokens of the person who asks. */
@Path("/v1/people/me/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Tokens", description = "Your access tokens: one a device, each revocable.")
class TokensResource {

    private final Accounts accounts;
    private final Caller caller;
    private final Unchanged unchanged;

    TokensResource(Accounts accounts, Caller caller, Unchanged unchanged) {
        this.accounts = accounts;
        this.caller = caller;
        this.unchanged = unchanged;
    }

    @GET
    @Operation(operationId = "listTokens", summary = "See your tokens, oldest first")
    @APIResponse(responseCode = "200", description = "Your tokens, without their secrets.")
    public Page<TokenView> list() {
        unchanged.endIfSo(caller.personId(), caller.tokenId());
        return Page.whole(accounts.mine());
    }

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "issueToken", summary = "Get a further token, for a further device")
    @APIResponse(
            responseCode = "201",
            description = "The token; it is shown only now.",
            content = @Content(schema = @Schema(implementation = NewToken.class)))
    @APIResponse(responseCode = "409", description = "`too-many-tokens`: revoke one first.")
    public NewToken issue() {
        return accounts.issue(caller.personId());
    }

    @DELETE
    @Path("/current")
    @WayOut
    @Operation(operationId = "revokeCurrentToken", summary = "Sign out: end the token of this request")
    @APIResponse(responseCode = "204", description = "The token is worth nothing any more.")
    @APIResponse(responseCode = "409", description = "`not-our-token`: it is the OIDC issuer's.")
    public void revokeCurrent() {
        accounts.revokeCurrent();
    }

    @DELETE
    @Path("/{tokenId}")
    @WayOut
    @Operation(operationId = "revokeToken", summary = "End one of your tokens")
    @APIResponse(responseCode = "204", description = "The token is worth nothing any more.")
    @APIResponse(responseCode = "404", description = "`unknown-token`: you have no such token.")
    public void revoke(
            @Parameter(description = "The token's id.", example = "0192f1c0-5e6f-7a71-8c8d-9e0f1a2b3c4d")
                    @PathParam("tokenId")
                    UUID tokenId) {
        accounts.revoke(tokenId);
    }
}

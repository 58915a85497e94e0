package org.coterie.interests;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which reasons do not hold for the person who asks, over HTTP. */
@Path("/v1/people/me/corrections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Corrections", description = "Reasons you were told that do not hold for you.")
class CorrectionsResource {

    private final Corrections corrections;

    CorrectionsResource(Corrections corrections) {
        this.corrections = corrections;
    }

    @GET
    @Noted
    @Operation(operationId = "listCorrections", summary = "Read which tags you have said are wrong for you")
    @APIResponse(responseCode = "200", description = "A page of them; what counts less is an interest like any other.")
    public Page<CorrectionView> list(@BeanParam PageRequest page) {
        return corrections.mine(page);
    }

    @GET
    @Noted
    @Path("/{tag}")
    @Operation(operationId = "getCorrection", summary = "Read that you have said that a tag is wrong for you")
    @APIResponse(responseCode = "200", description = "What you said of it.")
    @APIResponse(
            responseCode = "404",
            description =
                    "`unknown-correction`: you have not said that it is wrong; what counts less is an interest like any other.")
    public CorrectionView get(
            @Parameter(description = "The tag in any writing, URL-encoded: `c%2B%2B`.", example = "soldering")
                    @PathParam("tag")
                    String tag) {
        return corrections.one(tag);
    }

    @PUT
    @Path("/{tag}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctReason",
            summary = "Correct a reason you were told: this is wrong, or counts less",
            description =
                    "Suggestions heed it at once, formations from the next one on. A group that you are in stays as it is, and you may leave it. Saying the tag yourself again is saying that it was right.")
    @RequestBody(
            description = "What is wrong.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewCorrection.class),
                            examples = @ExampleObject(name = "wrong", value = "{\"verdict\": \"WRONG\"}")))
    @APIResponse(
            responseCode = "200",
            description =
                    "What you said of it; without an `ETag` where it counts less, which is read as an interest like any other.")
    @APIResponse(
            responseCode = "404",
            description =
                    "`unknown-tag`: there is no such reason. `unknown-interest`: what you do not hold cannot count less.")
    public CorrectionView correct(
            @Parameter(
                            description = "The tag of the reason, in any writing, URL-encoded: `c%2B%2B`.",
                            example = "soldering")
                    @PathParam("tag")
                    String tag,
            @NotNull @Valid NewCorrection correction) {
        return corrections.correct(tag, correction);
    }

    @DELETE
    @Path("/{tag}")
    @Operation(
            operationId = "takeBackCorrection",
            summary = "Let a tag be offered to you again",
            description = "An interest that went with the correction does not come back by itself.")
    @APIResponse(responseCode = "204", description = "It may be offered to you again.")
    @APIResponse(responseCode = "404", description = "`unknown-correction`: you have not said that it is wrong.")
    public void takeBack(
            @Parameter(description = "The tag in any writing, URL-encoded: `c%2B%2B`.", example = "soldering")
                    @PathParam("tag")
                    String tag) {
        corrections.takeBack(tag);
    }
}

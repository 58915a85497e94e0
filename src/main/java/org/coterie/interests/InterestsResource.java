package org.coterie.interests;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
import org.coterie.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the person who asks cares about, over HTTP. */
@Path("/v1/people/me/interests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Interests", description = "What you care about right now: said, renewed, taken back.")
class InterestsResource {

    private final MyInterests mine;

    InterestsResource(MyInterests mine) {
        this.mine = mine;
    }

    @GET
    @Noted
    @Operation(operationId = "listInterests", summary = "See what you care about, strongest first")
    @APIResponse(
            responseCode = "200",
            description = "All of your interests, also those that have faded: say them again, or take them back.")
    public Page<InterestView> list() {
        return mine.all();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "declareInterests", summary = "Say all that you care about; replaces what you said before")
    @RequestBody(
            description =
                    "The whole set; what is not named is taken back. Of what you said before, a name alone keeps how you said it, and"
                            + " who learns of it stays unless you say otherwise. By its `tag` you keep how you wrote it.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewInterests.class),
                            examples = @ExampleObject(name = "two", value = """
                                    {"interests": [
                                      {"tag": "Repair Café", "stance": "SHARE", "strength": 4, "visibility": "PUBLIC"},
                                      {"tag": "soldering"}]}""")))
    @APIResponse(responseCode = "200", description = "All of your interests, strongest first.")
    public Page<InterestView> declareAll(@NotNull NewInterests all) {
        return mine.declareAll(all);
    }

    @GET
    @Noted
    @Path("/{tag}")
    @Operation(operationId = "getInterest", summary = "See how you care about one thing")
    @APIResponse(responseCode = "200", description = "The interest, also where it has faded.")
    @APIResponse(responseCode = "404", description = "`unknown-interest`: you do not have it.")
    public InterestView get(
            @Parameter(description = "The tag in any writing, URL-encoded: `c%2B%2B`.", example = "repair-cafe")
                    @PathParam("tag")
                    String tag) {
        return mine.one(tag);
    }

    @PUT
    @Path("/{tag}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "declareInterest", summary = "Say one thing that you care about, or say it again")
    @RequestBody(
            description =
                    "How you care; what is absent is as if you said it for the first time, but who learns of it stays as"
                            + " you said it. With nothing at all you say again what you said before.",
            content =
                    @Content(
                            schema = @Schema(implementation = Declaration.class),
                            examples =
                                    @ExampleObject(
                                            name = "offer",
                                            value =
                                                    "{\"stance\": \"OFFER\", \"strength\": 5, \"why\": \"I can show how.\"}")))
    @APIResponse(responseCode = "200", description = "The interest, as fresh as can be.")
    @APIResponse(responseCode = "409", description = "`too-many-interests`: take one back first.")
    public InterestView declare(
            @Parameter(
                            description =
                                    "The tag in any writing, URL-encoded: `c%2B%2B`; by its `tag` you keep how you wrote it.",
                            example = "repair-cafe")
                    @PathParam("tag")
                    String tag,
            @Nullable Declaration how) {
        return mine.declare(tag, Objects.requireNonNullElse(how, Declaration.PLAIN));
    }

    @DELETE
    @Path("/{tag}")
    @Operation(operationId = "takeBackInterest", summary = "Take one interest back")
    @APIResponse(
            responseCode = "204",
            description = "You no longer have it, and what you wrote before does not say it any more.")
    @APIResponse(responseCode = "404", description = "`unknown-interest`: you do not have it.")
    public void takeBack(
            @Parameter(description = "The tag in any writing, URL-encoded: `c%2B%2B`.", example = "repair-cafe")
                    @PathParam("tag")
                    String tag) {
        mine.takeBack(tag);
    }
}

package org.coterie.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.coterie.accounts.Role;
import org.coterie.accounts.WayOut;
import org.coterie.freshness.Noted;
import org.coterie.paging.Page;
import org.coterie.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** People, over HTTP. */
@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "People", description = "Joining, looking each other up, leaving.")
class PeopleResource {

    private final ComingAndGoing comingAndGoing;
    private final Editing editing;
    private final People people;

    PeopleResource(ComingAndGoing comingAndGoing, Editing editing, People people) {
        this.comingAndGoing = comingAndGoing;
        this.editing = editing;
        this.people = people;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "join", summary = "Sign up and get an access token")
    @RequestBody(
            description = "Who you are; only the handle is needed.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewPerson.class),
                            examples = @ExampleObject(name = "ada", value = """
                                                    {"handle": "ada", "displayName": "Ada", "languages": ["en"], "timeZone": "Europe/London"}""")))
    @APIResponse(
            responseCode = "201",
            description = "You have joined.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where you are found.",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)),
            content = @Content(schema = @Schema(implementation = Joined.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`handle-taken`: somebody has this handle, in whatever case, or nobody may, such as `admin`. `already-joined`: you have joined already, with this token of the OIDC issuer.")
    @APIResponse(
            responseCode = "404",
            description = "`unknown-person`: you have joined with this `Idempotency-Key`, and left since.")
    @APIResponse(
            responseCode = "401",
            description = "`token-required`: people come with tokens of an OIDC issuer here, and there is none."
                    + " `token-invalid`: it is not one of the issuer's, or no longer.")
    public RestResponse<Joined> join(@NotNull @Valid NewPerson applicant) {
        Joined joined = comingAndGoing.join(applicant);
        return ResponseBuilder.<Joined>created(
                        URI.create("/v1/people/" + joined.person().id()))
                .entity(joined)
                .build();
    }

    @GET
    @Noted
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "findPeople",
            summary = "Find somebody by their handle (operator)",
            description = "Such as somebody who was imported, to issue them a token.")
    @APIResponse(responseCode = "200", description = "Who has the handle; nobody where nobody does.")
    public Page<PersonView> find(
            @Parameter(description = "The handle, in whatever case.", required = true, example = "ada")
                    @QueryParam("handle")
                    @Nullable
                    String handle) {
        if (handle == null) {
            throw Problem.invalidParameter("handle", "required");
        }
        return Page.whole(people.withHandle(handle).stream().toList());
    }

    @GET
    @Noted
    @Path("/{personId}")
    @RolesAllowed({Role.PERSON, Role.OPERATOR})
    @Operation(operationId = "getPerson", summary = "Look somebody up")
    @APIResponse(responseCode = "200", description = "The person, as others see them.")
    @APIResponse(responseCode = "404", description = "`unknown-person`: nobody has this id.")
    public PersonView get(
            @Parameter(description = "The person's id.", example = "7c9e6679-7425-40de-944b-e07fc1f90ae7")
                    @PathParam("personId")
                    UUID personId) {
        return people.find(personId);
    }

    @GET
    @Noted
    @Path("/me")
    @Operation(operationId = "getMe", summary = "See yourself")
    @APIResponse(responseCode = "200", description = "Yourself.")
    public MeView me() {
        return people.me();
    }

    @PATCH
    @Path("/me")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(operationId = "changeMe", summary = "Change something about yourself")
    @RequestBody(
            description = "What changes; the rest stays.",
            required = true,
            content = {
                @Content(
                        mediaType = "application/merge-patch+json",
                        schema = @Schema(implementation = PersonEdit.class),
                        examples = {
                            @ExampleObject(name = "moved", value = "{\"timeZone\": \"Europe/Oslo\"}"),
                            @ExampleObject(name = "terms", value = """
                                        {"timeZone": "Europe/Oslo", "matching": {
                                          "groupSize": {"min": 3, "max": 5},
                                          "availability": [{"day": "TUESDAY", "from": "18:00", "to": "21:00"}],
                                          "place": {"latitude": 59.91, "longitude": 10.75, "withinKm": 15, "onlineOk": true}}}""")
                        }),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PersonEdit.class),
                        examples = @ExampleObject(name = "moved", value = "{\"timeZone\": \"Europe/Oslo\"}"))
            })
    @APIResponse(responseCode = "200", description = "Yourself, changed.")
    public MeView change(@NotNull ObjectNode patch) {
        return editing.change(patch);
    }

    @DELETE
    @Path("/me")
    @WayOut
    @Operation(operationId = "leave", summary = "Leave for good: everything of yours is deleted")
    @APIResponse(responseCode = "204", description = "You are gone, and your tokens with you.")
    public void leave() {
        comingAndGoing.leave();
    }
}

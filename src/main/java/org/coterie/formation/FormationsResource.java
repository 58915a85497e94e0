package org.coterie.formation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.UUID;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
import org.coterie.paging.LongWork;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Formations, over HTTP. */
@Path("/v1/formations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Formations", description = "Forming groups among everybody, for the operator.")
class FormationsResource {

    private static final String ID_EXAMPLE = "0192f1c0-1a2b-7c3d-8e4f-5a6b7c8d9e0f";

    private final Formations formations;

    FormationsResource(Formations formations) {
        this.formations = formations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "form",
            summary = "Form groups among everybody",
            description =
                    "Formations run one after the other. Each finds groups with a purpose that their members share,"
                            + " and invites these, into open places of groups that there are as well. Whoever has said yes to a"
                            + " group stays in it; proposals that nobody has answered are withdrawn, or with `keepProposals` go"
                            + " on where they still fit. The same people, groups and seed give the same groups, unless those who"
                            + " were left out before come first, or those who have met are kept apart."
                            + " Blocks, languages, hours, distances and sizes never give way.")
    @RequestBody(
            description = "How groups are to be; `{}` for the defaults.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewFormation.class),
                            examples = {
                                @ExampleObject(name = "defaults", value = """
                                        {"minSize": 3, "maxSize": 8, "groupsPerPerson": 2, "seed": 1, "dryRun": false}"""),
                                @ExampleObject(name = "once more", value = """
                                        {"keepProposals": true}"""),
                                @ExampleObject(name = "a fair turn", value = """
                                        {"leftOutFirst": true}"""),
                                @ExampleObject(name = "new company", value = """
                                        {"newCompany": true}"""),
                                @ExampleObject(name = "dry run", value = """
                                        {"dryRun": true}""")
                            }))
    @APIResponse(
            responseCode = "202",
            description = "It waits for its turn; follow it at its `Location`.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the formation is found.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = FormationView.class)))
    @APIResponse(responseCode = "409", description = "`too-many-formations`: twenty are waiting already.")
    public RestResponse<FormationView> form(@NotNull NewFormation wanted) {
        FormationView formation = formations.request(wanted);
        return ResponseBuilder.<FormationView>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/v1/formations/" + formation.id()))
                .entity(formation)
                .build();
    }

    @GET
    @Noted
    @Operation(operationId = "listFormations", summary = "See all formations, newest first")
    @APIResponse(responseCode = "200", description = "A page of formations.")
    public Page<FormationView> list(@BeanParam PageRequest page) {
        return formations.list(page);
    }

    @GET
    @Noted
    @Path("/{formationId}")
    @Operation(operationId = "getFormation", summary = "See how far a formation is, and what came out")
    @APIResponse(responseCode = "200", description = "The formation.")
    @APIResponse(responseCode = "404", description = "`unknown-formation`: none has this id.")
    public FormationView get(
            @Parameter(description = "The formation's id.", example = ID_EXAMPLE) @PathParam("formationId")
                    UUID formationId) {
        return formations.find(formationId);
    }

    @DELETE
    @Path("/{formationId}")
    @Operation(
            operationId = "cancelFormation",
            summary = "End a formation that waits or is at work",
            description = "None of its groups is stored.")
    @APIResponse(responseCode = "200", description = "The formation; it is `CANCELLED`.")
    @APIResponse(responseCode = "404", description = "`unknown-formation`: none has this id.")
    @APIResponse(responseCode = "409", description = "`formation-finished`: it has succeeded or failed already.")
    public FormationView cancel(
            @Parameter(description = "The formation's id.", example = ID_EXAMPLE) @PathParam("formationId")
                    UUID formationId) {
        return formations.cancel(formationId);
    }

    @GET
    @Path("/{formationId}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followFormation",
            summary = "Follow a formation as server-sent events",
            description = "The formation as it is, then again whenever it has changed: `event: state` when its state is"
                    + " another, else `event: progress`. The stream ends when the formation does.")
    @APIResponse(
            responseCode = "200",
            description = "Events; the data of each is the formation.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = FormationView.class)))
    @APIResponse(responseCode = "404", description = "`unknown-formation`: none has this id.")
    public Multi<OutboundSseEvent> follow(
            @Parameter(description = "The formation's id.", example = ID_EXAMPLE) @PathParam("formationId")
                    UUID formationId,
            @Context Sse sse) {
        formations.find(formationId);
        return LongWork.follow(() -> formations.find(formationId), FormationView.class, sse);
    }
}

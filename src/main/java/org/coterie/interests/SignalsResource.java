package org.coterie.interests;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
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

/** What the person who asks has on their mind, over HTTP. */
@Path("/v1/people/me/signals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Signals", description = "What is on your mind, in your own words, and the tags found in it.")
class SignalsResource {

    private static final String ID = "0192f1c0-4d5e-7f60-9b7c-8d9e0f1a2b3c";

    private final SignalDecisions decisions;
    private final Signals signals;

    SignalsResource(SignalDecisions decisions, Signals signals) {
        this.decisions = decisions;
        this.signals = signals;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "say",
            summary = "Say what is on your mind; hashtags become interests",
            description =
                    "Words that others use as tags are found with other endings, too, in twelve languages; what a message is about without naming it is found in English only. What you deny is no wish.")
    @RequestBody(
            description = "A short message.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewSignal.class),
                            examples =
                                    @ExampleObject(
                                            name = "lanes",
                                            value = "{\"text\": \"Our street needs safe bike lanes #cycling\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The message with the tags found in it; those not `confirmed` wait for your word.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the message is.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SignalView.class)))
    @APIResponse(
            responseCode = "409",
            description = "`too-many-interests`: its hashtags would be more than anybody may have.")
    public RestResponse<SignalView> say(@NotNull @Valid NewSignal message) {
        SignalView signal = signals.say(message);
        return ResponseBuilder.<SignalView>created(URI.create("/v1/people/me/signals/" + signal.id()))
                .entity(signal)
                .build();
    }

    @GET
    @Noted
    @Operation(operationId = "listSignals", summary = "Read what you said, newest first")
    @APIResponse(responseCode = "200", description = "A page of your messages.")
    public Page<SignalView> list(@BeanParam PageRequest page) {
        return signals.mine(page);
    }

    @GET
    @Noted
    @Path("/{signalId}")
    @Operation(operationId = "getSignal", summary = "Read one message of yours")
    @APIResponse(responseCode = "200", description = "The message.")
    @APIResponse(responseCode = "404", description = "`unknown-signal`: you have said no such thing.")
    public SignalView get(
            @Parameter(description = "The message's id.", example = ID) @PathParam("signalId") UUID signalId) {
        return signals.find(signalId);
    }

    @DELETE
    @Path("/{signalId}")
    @Operation(operationId = "takeBackSignal", summary = "Take a message back, and the interests that came of it")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "`unknown-signal`: you have said no such thing.")
    public void takeBack(
            @Parameter(description = "The message's id.", example = ID) @PathParam("signalId") UUID signalId) {
        signals.takeBack(signalId);
    }

    @PUT
    @Path("/{signalId}/tags")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideSignalTags",
            summary = "Say at once which of the tags found you mean, and which not",
            description =
                    "Those that you name in neither list stay as they are. If one of them is wrong, nothing is decided.")
    @RequestBody(
            description = "What you mean and what not; either list may be left out.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Decision.class),
                            examples = @ExampleObject(name = "cycling", value = "{\"confirm\": [\"cycling\"]}")))
    @APIResponse(responseCode = "200", description = "The message, with its tags as they are now.")
    @APIResponse(responseCode = "404", description = "`unknown-signal`: you have said no such thing.")
    @APIResponse(responseCode = "409", description = "`too-many-interests`: take one back first.")
    public SignalView decide(
            @Parameter(description = "The message's id.", example = ID) @PathParam("signalId") UUID signalId,
            @NotNull @Valid Decision decision) {
        return decisions.decide(signalId, decision);
    }

    @PUT
    @Path("/{signalId}/tags/{tag}")
    @Operation(operationId = "confirmSignalTag", summary = "Yes, I mean this tag: make it an interest")
    @APIResponse(responseCode = "200", description = "The message, with the tag confirmed.")
    @APIResponse(
            responseCode = "404",
            description =
                    "`unknown-signal`: you have said no such thing. `unknown-signal-tag`: this tag was not found in it.")
    @APIResponse(responseCode = "409", description = "`too-many-interests`: take one back first.")
    public SignalView confirm(
            @Parameter(description = "The message's id.", example = ID) @PathParam("signalId") UUID signalId,
            @Parameter(description = "The tag in any writing, URL-encoded.", example = "cycling") @PathParam("tag")
                    String tag) {
        return decisions.confirm(signalId, tag);
    }

    @DELETE
    @Path("/{signalId}/tags/{tag}")
    @Operation(
            operationId = "rejectSignalTag",
            summary = "No, I do not mean this tag",
            description =
                    "What was only recognised in your words is not offered to you again, unless you say it yourself one day.")
    @APIResponse(responseCode = "204", description = "The tag is gone, and the interest that came of it here.")
    @APIResponse(
            responseCode = "404",
            description =
                    "`unknown-signal`: you have said no such thing. `unknown-signal-tag`: this tag was not found in it.")
    public void reject(
            @Parameter(description = "The message's id.", example = ID) @PathParam("signalId") UUID signalId,
            @Parameter(description = "The tag in any writing, URL-encoded.", example = "cycling") @PathParam("tag")
                    String tag) {
        decisions.reject(signalId, tag);
    }
}

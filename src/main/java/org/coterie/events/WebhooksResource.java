package org.coterie.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

/** The operator's services that are told what happens, over HTTP. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Webhooks", description = "Services of the operator's that are told what happens.")
class WebhooksResource {

    private static final String ID_EXAMPLE = "0192f1c0-7f6e-7d5c-8b4a-392817065f4e";
    private static final String EVENT_EXAMPLE = "0192f1c0-9d8c-7b6a-8f5e-4d3c2b1a0f9e";

    private final Webhooks webhooks;

    WebhooksResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addWebhook",
            summary = "Have a service told what happens",
            description =
                    "Every event from now on is posted to it, whoever it happens to, with its recipients. What is posted"
                            + " for each type is listed under `webhooks`. Messages are signed as Standard Webhooks has it: verify"
                            + " `webhook-signature`, and pass by what comes twice, which has the same `webhook-id`. Order is not"
                            + " promised. Any 2xx within 10 seconds is an arrival; redirects are not followed. Otherwise it is tried"
                            + " again after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 18 and 22 hours, or later where its answer asks for that in `Retry-After`, by three days at most. A webhook that answers 410, or"
                            + " to which nothing has arrived for five days, is disabled.")
    @RequestBody(
            description = "Where it is, and what it wants to be told.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewWebhook.class),
                            examples = @ExampleObject(name = "invitations", value = """
                                    {"url": "https://example.org/coterie", "types": ["invitation.sent", "group.activated"]}""")))
    @APIResponse(
            responseCode = "201",
            description = "The webhook; its secret is shown only now.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the webhook is found.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = WebhookSecretView.class)))
    @APIResponse(responseCode = "409", description = "`too-many-webhooks`: remove one first.")
    public RestResponse<WebhookSecretView> add(@NotNull NewWebhook wanted) {
        WebhookSecretView added = webhooks.add(wanted);
        return ResponseBuilder.<WebhookSecretView>created(
                        URI.create("/v1/webhooks/" + added.webhook().id()))
                .entity(added)
                .build();
    }

    @GET
    @Noted
    @Operation(operationId = "listWebhooks", summary = "See all webhooks, oldest first")
    @APIResponse(responseCode = "200", description = "All webhooks, without their secrets.")
    public Page<WebhookView> list() {
        return Page.whole(webhooks.all());
    }

    @GET
    @Noted
    @Path("/{webhookId}")
    @Operation(operationId = "getWebhook", summary = "See a webhook, and whether it works")
    @APIResponse(responseCode = "200", description = "The webhook.")
    @APIResponse(responseCode = "404", description = "`unknown-webhook`: none has this id.")
    public WebhookView get(
            @Parameter(description = "The webhook's id.", example = ID_EXAMPLE) @PathParam("webhookId")
                    UUID webhookId) {
        return webhooks.find(webhookId);
    }

    @PATCH
    @Path("/{webhookId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(operationId = "changeWebhook", summary = "Change a webhook, or enable it again")
    @RequestBody(
            description = "What changes; the rest stays.",
            required = true,
            content = {
                @Content(
                        mediaType = "application/merge-patch+json",
                        schema = @Schema(implementation = WebhookEdit.class),
                        examples = @ExampleObject(name = "enabled", value = "{\"enabled\": true}")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = WebhookEdit.class),
                        examples = @ExampleObject(name = "enabled", value = "{\"enabled\": true}"))
            })
    @APIResponse(responseCode = "200", description = "The webhook, changed.")
    @APIResponse(responseCode = "404", description = "`unknown-webhook`: none has this id.")
    public WebhookView change(
            @Parameter(description = "The webhook's id.", example = ID_EXAMPLE) @PathParam("webhookId") UUID webhookId,
            @NotNull ObjectNode patch) {
        return webhooks.change(webhookId, patch);
    }

    @DELETE
    @Path("/{webhookId}")
    @Operation(operationId = "removeWebhook", summary = "Tell a service nothing any more")
    @APIResponse(responseCode = "204", description = "It is removed, and what was on its way to it.")
    @APIResponse(responseCode = "404", description = "`unknown-webhook`: none has this id.")
    public void remove(
            @Parameter(description = "The webhook's id.", example = ID_EXAMPLE) @PathParam("webhookId")
                    UUID webhookId) {
        webhooks.remove(webhookId);
    }

    @POST
    @Path("/{webhookId}/secret")
    @Operation(
            operationId = "renewWebhookSecret",
            summary = "Give a webhook a new secret",
            description = "For 24 hours every message has two signatures, by the new secret and by the one before.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook; its new secret is shown only now.",
            content = @Content(schema = @Schema(implementation = WebhookSecretView.class)))
    @APIResponse(responseCode = "404", description = "`unknown-webhook`: none has this id.")
    public WebhookSecretView renewSecret(
            @Parameter(description = "The webhook's id.", example = ID_EXAMPLE) @PathParam("webhookId")
                    UUID webhookId) {
        return webhooks.renewSecret(webhookId);
    }

    @GET
    @Path("/{webhookId}/deliveries")
    @Operation(operationId = "listDeliveries", summary = "See what has arrived, and what has not")
    @APIResponse(
            responseCode = "200",
            description = "Events on their way to it, newest first, with what became of them.")
    @APIResponse(
            responseCode = "404",
            description = "`unknown-webhook`: none has this id. `unknown-event`: the page before is kept no longer.")
    public Page<DeliveryView> deliveries(
            @Parameter(description = "The webhook's id.", example = ID_EXAMPLE) @PathParam("webhookId") UUID webhookId,
            @BeanParam PageRequest page) {
        return webhooks.log(webhookId, page);
    }

    @POST
    @Path("/{webhookId}/deliveries/{eventId}/replay")
    @Operation(operationId = "replayDelivery", summary = "Tell one event once more")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way, with as many attempts as at first.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is seen what has arrived.",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "409", description = "`webhook-disabled`: enable it first.")
    @APIResponse(
            responseCode = "404",
            description =
                    "`unknown-webhook`: none has this id. `unknown-event`: no event has this id, or no longer, or it is"
                            + " none that the webhook wants.")
    public RestResponse<Void> replay(
            @Parameter(description = "The webhook's id.", example = ID_EXAMPLE) @PathParam("webhookId") UUID webhookId,
            @Parameter(description = "The event's id.", example = EVENT_EXAMPLE) @PathParam("eventId") UUID eventId) {
        webhooks.replay(webhookId, eventId);
        return underWay(webhookId);
    }

    @POST
    @Path("/{webhookId}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replay",
            summary = "Tell a span of events once more",
            description =
                    "All that the webhook wants, whether or not it has arrived before, or happened before the webhook was"
                            + " set up or while it was disabled.")
    @RequestBody(
            description = "From where to where; `{}` for everything that is kept.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewReplay.class),
                            examples = {
                                @ExampleObject(name = "everything", value = "{}"),
                                @ExampleObject(name = "from an event", value = """
                                        {"after": "0192f1c0-9d8c-7b6a-8f5e-4d3c2b1a0f9e"}""")
                            }))
    @APIResponse(
            responseCode = "202",
            description = "They are on their way.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is seen what has arrived.",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "409", description = "`webhook-disabled`: enable it first.")
    @APIResponse(
            responseCode = "404",
            description = "`unknown-webhook`: none has this id. `unknown-event`: no event has this id, or no longer.")
    public RestResponse<Void> replay(
            @Parameter(description = "The webhook's id.", example = ID_EXAMPLE) @PathParam("webhookId") UUID webhookId,
            @NotNull NewReplay span) {
        webhooks.replay(webhookId, span);
        return underWay(webhookId);
    }

    private static RestResponse<Void> underWay(UUID webhookId) {
        return ResponseBuilder.<Void>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/v1/webhooks/" + webhookId + "/deliveries"))
                .build();
    }
}

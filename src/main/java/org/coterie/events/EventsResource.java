package org.coterie.events;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.stream.Stream;
import org.coterie.accounts.Role;
import org.coterie.events.EventStream.Part;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** What has happened to whoever asks, over HTTP. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PERSON, Role.OPERATOR})
@Tag(name = "Events", description = "What has happened to you: catching up, and following.")
class EventsResource {

    private final Chronicle chronicle;

    EventsResource(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    @GET
    @Operation(
            operationId = "listEvents",
            summary = "Catch up with what has happened",
            description =
                    "In the order in which it is told, which is the same for everybody who reads it, oldest first. Pass the"
                            + " `id` of the last event you have as `after`: nothing is lost, and nothing comes twice. Events are"
                            + " kept for 30 days. Those about somebody whom you have blocked are"
                            + " passed by, so that a page may have fewer than `limit`. The types, and what each is about, are"
                            + " listed under `webhooks`. The operator reads everybody's.")
    @APIResponse(responseCode = "200", description = "What has happened since; nothing where nothing has.")
    @APIResponse(
            responseCode = "404",
            description = "`unknown-event`: you are told of no such event, or no longer, begin without `after`.")
    public Page<EventView> list(
            @Parameter(
                            description = "The id of the last event you have; without it, from the oldest kept.",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("after")
                    @Nullable
                    String after,
            @BeanParam PageRequest page) {
        return chronicle.list(after, page);
    }

    @GET
    @Path("/stream")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "streamEvents",
            summary = "Follow what happens as server-sent events",
            description =
                    "The same events as in the list: `id` is that of the event, `event` its type. Whoever connects again"
                            + " sends the last `id` as `Last-Event-ID`, as browsers do by themselves. A stream in which nothing happens"
                            + " shows a comment every 15 seconds. It ends when your token does, within 15 seconds where nothing"
                            + " happens; and where you open more than five, the oldest ends.")
    @APIResponse(
            responseCode = "200",
            description = "Events, without an end.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = EventView.class)))
    @APIResponse(
            responseCode = "404",
            description = "`unknown-event`: you are told of no such event, or no longer, begin without `after`.")
    public Multi<OutboundSseEvent> stream(
            @Parameter(
                            description = "The id of the last event you have; counts more than `after`.",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Parameter(
                            description =
                                    "The same, for whoever can send no header; without both, from the oldest kept.",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context Request asked,
            @Context Sse sse) {
        Multi<Part> parts = chronicle.follow(lastEventId == null ? after : lastEventId);
        // what has headers only has an end
        return (asked.getMethod().equals(HttpMethod.HEAD) ? parts.select().first(0) : parts)
                .onItem()
                .transformToIterable(part -> written(part, sse).toList());
    }

    private static Stream<OutboundSseEvent> written(Part part, Sse sse) {
        return part.silent()
                ? Stream.of(sse.newEventBuilder().comment("still here").build())
                : part.events().stream()
                        .map(event -> sse.newEventBuilder()
                                .id(event.id().toString())
                                .name(event.type().code())
                                .data(EventView.class, event)
                                .build());
    }
}

package org.coterie.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened.
 *
 * @param recipients whom it is told; null where people read, who are not told who else does
 */
@Schema(name = "Event", description = "Something that has happened, in the shape of Standard Webhooks.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
        @Schema(
                description = "Names the event: pass the last one you have as `after`.",
                examples = "0192f1c0-9d8c-7b6a-8f5e-4d3c2b1a0f9e")
        UUID id,

        @Schema(
                description = "What happened: one of `EventType`, or of more that there may be one day: pass those by.",
                type = SchemaType.STRING,
                examples = "invitation.sent")
        EventType type,

        @Schema(description = "When it happened.", examples = "2026-03-01T12:00:00Z")
        Instant timestamp,

        @Schema(description = "What it is about.") EventData data,

        @Schema(
                description =
                        "Whom it is told, where the operator reads; otherwise absent. At most 100: what happens to more is told"
                                + " by several events, each to others.",
                maxItems = EventView.MOST_RECIPIENTS,
                examples = "[\"7c9e6679-7425-40de-944b-e07fc1f90ae7\"]")
        @Nullable
        List<UUID> recipients) {

    static final int MOST_RECIPIENTS = 100;
}

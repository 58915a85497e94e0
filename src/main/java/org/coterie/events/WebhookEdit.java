package org.coterie.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changes of a webhook; what is absent stays. */
@Schema(
        name = "WebhookEdit",
        description =
                "What changes of a webhook; absent fields stay as they are. What else is read of it may be sent, too, and changes nothing.")
@JsonIgnoreProperties({"id", "failingSince", "disabledBecause", "createdAt"})
record WebhookEdit(
        @Schema(description = "Where events are posted to from now on.", examples = "https://example.org/coterie")
        @Nullable
        @Size(max = WebhookView.LONGEST_URL)
        String url,

        @Schema(
                description =
                        "Only events of these types from now on, also of those on their way; `[]` or null for all.",
                examples = "[\"invitation.sent\", \"group.activated\"]")
        @Nullable
        @Size(max = 50)
        List<@NotNull EventType> types,

        @Schema(
                description =
                        "Whether it is told anything. Enabled again, what failed before counts no more; what happened while"
                                + " it was disabled is told only if it is replayed.",
                examples = "true")
        @Nullable
        Boolean enabled) {}

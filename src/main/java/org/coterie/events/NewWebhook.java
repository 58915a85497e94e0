package org.coterie.events;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service that is to be told what happens. */
@Schema(name = "NewWebhook", description = "A service of yours that is to be told what happens.")
record NewWebhook(
        @Schema(
                description = "Where events are posted to: https, at a public address.",
                examples = "https://example.org/coterie",
                required = true)
        @NotNull
        @Size(max = WebhookView.LONGEST_URL)
        String url,

        @Schema(
                description = "Only events of these types; all where it is empty or absent.",
                examples = "[\"invitation.sent\", \"group.activated\"]")
        @Size(max = 50)
        List<@NotNull EventType> types) {

    NewWebhook {
        types = types == null ? List.of() : types.stream().toList();
    }
}

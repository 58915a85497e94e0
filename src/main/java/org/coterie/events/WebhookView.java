package org.coterie.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coterie.freshness.Beside;
import org.coterie.language.KeptText;
import org.coterie.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook, without its secret. */
@Schema(name = "Webhook", description = "A service of the operator's that is told what happens.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        @Schema(description = "Assigned when it is set up.", examples = "0192f1c0-7f6e-7d5c-8b4a-392817065f4e")
        UUID id,

        @Schema(
                description = "Where events are posted to.",
                maxLength = WebhookView.LONGEST_URL,
                examples = "https://example.org/coterie")
        String url,

        @Schema(
                description = "Only events of these types; all where it is empty.",
                examples = "[\"invitation.sent\", \"group.activated\"]")
        List<EventType> types,

        @Schema(description = "Whether it is told anything.", examples = "true")
        boolean enabled,

        @Schema(
                description = "Since when nothing has arrived; absent where the last one did.",
                examples = "2026-03-01T12:00:00Z")
        @Nullable
        @Beside
        Instant failingSince,

        @Schema(
                implementation = String.class,
                description = "Why it was disabled; absent where it is enabled, or the operator has disabled it.",
                examples = "Nothing has arrived since 2026-03-01T12:00:00Z; at last the answer was 500.")
        @Nullable
        @Beside
        Text disabledBecause,

        @Schema(description = "When it was set up.", examples = "2026-03-01T12:00:00Z")
        Instant createdAt) {

    static final int LONGEST_URL = 2_000;

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id,
                webhook.url,
                webhook.typeList(),
                webhook.enabled,
                webhook.failingSince,
                webhook.disabledBecause == null ? null : KeptText.read(webhook.disabledBecause),
                webhook.createdAt);
    }
}

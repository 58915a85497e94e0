package org.coterie.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook and the secret that it has just been given: the only time it can be read. */
@Schema(name = "WebhookSecret", description = "A webhook and its new secret, which can be read only now.")
record WebhookSecretView(
        @Schema(description = "The webhook.") WebhookView webhook,

        @Schema(
                description = "With which every message is signed (Standard Webhooks, `v1`).",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret) {

    static WebhookSecretView of(Webhook webhook) {
        return new WebhookSecretView(WebhookView.of(webhook), webhook.secret);
    }
}

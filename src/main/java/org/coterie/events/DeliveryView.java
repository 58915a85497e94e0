package org.coterie.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.coterie.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event on its way to a webhook. */
@Schema(name = "Delivery", description = "An event on its way to a webhook.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        @Schema(description = "What is told.") EventView event,

        @Schema(description = "How far it is.", examples = "PENDING")
        DeliveryState state,

        @Schema(description = "How often it has been tried.", examples = "1")
        int attempts,

        @Schema(description = "When it is tried next; absent where it is over.", examples = "2026-03-01T12:05:00Z")
        @Nullable
        Instant dueAt,

        @Schema(description = "When it was last tried; absent before.", examples = "2026-03-01T12:00:05Z") @Nullable
        Instant attemptedAt,

        @Schema(description = "The status of the last answer; absent where there was none.", examples = "500") @Nullable
        Integer status,

        @Schema(
                implementation = String.class,
                description = "Why it has not arrived; absent where it has.",
                examples = "the answer was 500")
        @Nullable
        Text failure) {}

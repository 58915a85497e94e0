package org.coterie.events;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be told once more. */
@Schema(name = "NewReplay", description = "From where to where events are told once more.")
record NewReplay(
        @Schema(
                description = "The id of the last event that has arrived for sure; where absent, from the oldest kept.",
                examples = "0192f1c0-9d8c-7b6a-8f5e-4d3c2b1a0f9e")
        @Nullable
        UUID after,

        @Schema(
                description = "The id of the last event to be told; where absent, the newest.",
                examples = "0192f1c0-9d8c-7b6a-8f5e-4d3c2b1a0f9e")
        @Nullable
        UUID until) {}

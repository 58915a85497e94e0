package org.coterie.synonyms;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody thinks of a proposal. */
@Schema(name = "NewVoice", description = "What you think of it.")
record NewVoice(
        @Schema(description = "Whether the two mean the same.", examples = "true", required = true) @NotNull
        Boolean agrees) {}

package org.coterie.synonyms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody thinks of a proposal. */
@Schema(
        name = "NewVoice",
        description = "What you think of it. What else is read of it may be sent, too, and changes nothing.")
@JsonIgnoreProperties("saidAt")
record NewVoice(
        @Schema(description = "Whether the two mean the same.", examples = "true", required = true) @NotNull
        Boolean agrees) {}

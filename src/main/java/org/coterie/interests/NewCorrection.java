package org.coterie.interests;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says of a reason. */
@Schema(
        name = "NewCorrection",
        description =
                "What is wrong with a reason that you were told. What else is read of it may be sent, too, and changes nothing.")
@JsonIgnoreProperties({"tag", "label", "correctedAt"})
record NewCorrection(
        @Schema(description = "What is wrong.", examples = "WRONG", required = true) @NotNull
        Verdict verdict) {}

package org.coterie.groups;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a new group is for. */
@Schema(name = "NewPurpose", description = "What a new group is for.")
record NewPurpose(
        @Schema(
                description = "In a sentence.",
                examples = "Mending what others throw away, one Saturday a month.",
                required = true)
        @NotNull
        @Size(min = 1, max = 500)
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "wrong-format.blank")
        String statement,

        @Schema(
                description = "1 to 5 tags in any writing, most decisive first.",
                examples = "[\"Repair Café\", \"soldering\"]",
                required = true)
        @NotNull
        @Size(min = 1, max = 5)
        List<@NotNull String> tags) {}

package org.coterie.groups;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.coterie.problem.PlainLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group that somebody begins by hand. */
@Schema(name = "NewGroup", description = "A group to begin by hand.")
record NewGroup(
        @Schema(description = "What to call it, in one line.", examples = "Menders of Elm Street", required = true)
        @NotNull
        @Size(min = 1, max = 120)
        @Pattern(regexp = PlainLine.PATTERN, message = PlainLine.MESSAGE)
        String name,

        @Schema(description = "What it is for.", required = true) @NotNull @Valid
        NewPurpose purpose,

        @Schema(
                description = "It comes about when so many have joined; at most `maxSize`.",
                examples = "3",
                defaultValue = "3")
        @Nullable
        @Min(2)
        @Max(12)
        Integer minSize,

        @Schema(description = "It never has more members than this.", examples = "8", defaultValue = "8")
        @Nullable
        @Min(2)
        @Max(12)
        Integer maxSize) {

    private static final int USUAL_MIN = 3;
    private static final int USUAL_MAX = 8;

    /** 3 where nothing is said, or less where the largest size is less. */
    int smallest() {
        if (minSize != null) {
            return minSize;
        }
        return maxSize == null ? USUAL_MIN : Math.min(USUAL_MIN, maxSize);
    }

    /** 8 where nothing is said, or more where the smallest size is more. */
    int largest() {
        if (maxSize != null) {
            return maxSize;
        }
        return minSize == null ? USUAL_MAX : Math.max(USUAL_MAX, minSize);
    }
}

package org.coterie.interests;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.coterie.tags.TagName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something somebody cares about, as they say it. */
@Schema(
        name = "NewInterest",
        description =
                "Something you care about, in your words. What else is read of it may be sent, too, and changes nothing; elsewhere its `label` tells how you write the tag.")
@JsonIgnoreProperties({"expressedAt", "matchesUntil", "othersWrite"})
public record NewInterest(
        @Schema(
                description =
                        "In your own writing; case, accents, spaces and hyphens make no difference, but between digits: `24-7` is not `247`.",
                examples = "Repair Café",
                required = true)
        @NotNull
        String tag,

        @Schema(
                description =
                        "Whether you share, offer or seek it. `SHARE` where you do not say, but as it was where you say nothing but the tag again.",
                examples = "SHARE")
        @Nullable
        Stance stance,

        @Schema(
                description =
                        "How much you care, 1 to 5. 3 where you do not say, but as it was where you say nothing but the tag again.",
                examples = "4")
        @Nullable
        @Min(1)
        @Max(5)
        Integer strength,

        @Schema(
                description = "Who learns of it. Where you do not say, as it was, and `PUBLIC` the first time.",
                examples = "PUBLIC")
        @Nullable
        Visibility visibility,

        @Schema(
                description = "When it is over; fades by itself where absent. Not in the past.",
                examples = "2027-01-01T00:00:00Z")
        @Nullable
        Instant until,

        @Schema(
                description = "Why you care, for those you are proposed with.",
                examples = "I hate throwing away what a screw could save.")
        @Nullable
        @Size(max = 280)
        String why) {

    /** What is read of an interest is said of one: the name of its tag alone does not tell how it was written. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static NewInterest read(
            @JsonProperty("tag") String tag,
            @JsonProperty("label") @Nullable Object label,
            @JsonProperty("stance") @Nullable Stance stance,
            @JsonProperty("strength") @Nullable Integer strength,
            @JsonProperty("visibility") @Nullable Visibility visibility,
            @JsonProperty("until") @Nullable Instant until,
            @JsonProperty("why") @Nullable String why) {
        return new NewInterest(writing(tag, label), stance, strength, visibility, until, why);
    }

    /** How a tag is written that was read with this label. */
    public static String writing(String tag, @Nullable Object label) {
        return TagName.writtenAs(tag, label);
    }
}

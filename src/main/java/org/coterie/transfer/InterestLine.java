package org.coterie.transfer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.coterie.interests.NewInterest;
import org.coterie.interests.Stance;
import org.coterie.interests.Visibility;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something an imported person cares about: a tag, or an object with more. */
@Schema(
        name = "ImportedInterest",
        description =
                "Something they care about: a plain tag, or an object with more. Where they hold it already, what is absent is as it was.")
@JsonIgnoreProperties({"matchesUntil", "othersWrite"})
record InterestLine(
        @Schema(description = "In their own writing.", examples = "soldering", required = true) @Nullable
        String tag,

        @Schema(
                description =
                        "Whether they share, offer or seek it. Where it is not said, as it was, and `SHARE` the first time.",
                examples = "OFFER")
        @Nullable
        Stance stance,

        @Schema(
                description = "How much they care, 1 to 5. Where it is not said, as it was, and 3 the first time.",
                examples = "5")
        @Nullable
        Integer strength,

        @Schema(
                description = "Who learns of it. Where it is not said, as it was, and `PUBLIC` the first time.",
                examples = "PUBLIC")
        @Nullable
        Visibility visibility,

        @Schema(
                description = "When it is over, later than they said so; fades by itself where absent.",
                examples = "2027-01-01T00:00:00Z")
        @Nullable
        Instant until,

        @Schema(description = "Why they care, at most 280 characters.", examples = "It saves what others throw away.")
        @Nullable
        String why,

        @Schema(
                description = "When they last said so, not in the future; the beginning of the import where absent.",
                examples = "2026-01-01T12:00:00Z")
        @Nullable
        Instant expressedAt) {

    @SuppressWarnings("NullAway") // a missing tag is for the validation to name
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static InterestLine read(
            @JsonProperty("tag") @Nullable String tag,
            @JsonProperty("label") @Nullable Object label,
            @JsonProperty("stance") @Nullable Stance stance,
            @JsonProperty("strength") @Nullable Integer strength,
            @JsonProperty("visibility") @Nullable Visibility visibility,
            @JsonProperty("until") @Nullable Instant until,
            @JsonProperty("why") @Nullable String why,
            @JsonProperty("expressedAt") @Nullable Instant expressedAt) {
        return new InterestLine(NewInterest.writing(tag, label), stance, strength, visibility, until, why, expressedAt);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static InterestLine plain(String tag) {
        return new InterestLine(tag, null, null, null, null, null, null);
    }

    @SuppressWarnings("NullAway") // a missing tag is for the validation to name
    NewInterest interest() {
        return new NewInterest(tag, stance, strength, visibility, until, why);
    }
}

package org.coterie.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.coterie.people.HolderCount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One part of an affinity, as it travels. */
@Schema(name = "Reason", description = "One part of why a purpose fits somebody.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonView(
        @Schema(description = "The tag.", examples = "repair-cafe")
        String tag,

        @Schema(description = "The tag as people write it.", examples = "Repair Café")
        String label,

        @Schema(description = "Its part of the affinity; the parts sum to it.", examples = "0.83")
        double contribution,

        @Schema(
                description = "How many people held the tag publicly when it was computed; fewer than three are `<3`.",
                examples = "12")
        HolderCount holders,

        @Schema(
                description =
                        "What they say in its place, which means nearly the same: then `tag` is what others say, or this"
                                + " word again where that is not to be told. It is absent where they hold the tag.",
                examples = "mending")
        @Nullable
        String saidAs,

        @Schema(description = "That tag as people write it; absent where they hold the tag.", examples = "Mending")
        @Nullable
        String saidAsLabel,

        @Schema(
                description =
                        "How sure it is that both mean the same, up to 1, and so how much it counts; absent where they"
                                + " hold the tag.",
                examples = "0.9")
        @Nullable
        Double confidence,

        @Schema(
                description = "Whether they share, offer or seek it; told of members, and absent where nobody knows.",
                examples = "OFFER")
        Voices.@Nullable Direction stance,

        @Schema(
                description =
                        "Why they care, in their own words; told of members, and absent where they have not said.",
                examples = "It saves what others throw away.")
        @Nullable
        String why) {

    /** The last digits of a sum change as time passes, although nothing that anybody could mean does. */
    private static final double DIGITS = 1e12;

    /** Matching counts in thousandths how sure it is. */
    private static final double THOUSAND = 1_000;

    public ReasonView {
        contribution = rounded(contribution);
        confidence = confidence == null ? null : Math.round(confidence * THOUSAND) / THOUSAND;
    }

    /** An affinity, or a part of it, as far as it means something. */
    public static double rounded(double affinity) {
        return Math.round(affinity * DIGITS) / DIGITS;
    }

    /** The same of one that may not be known. */
    static @Nullable Double roundedIfKnown(@Nullable Double affinity) {
        return affinity == null ? null : Double.valueOf(rounded(affinity));
    }

    /** Without what anybody says of the tag. */
    public ReasonView(String tag, String label, double contribution, long holders) {
        this(tag, label, contribution, HolderCount.of(holders), null, null, null, null, null);
    }

    /** Whether the other word is not told. */
    boolean ownWordAlone() {
        return tag.equals(saidAs);
    }

    /** The same of somebody who holds a near tag in its place. */
    public ReasonView saidAs(String name, String itsLabel, double sure) {
        return new ReasonView(tag, label, contribution, holders, name, itsLabel, sure, stance, why);
    }
}

package org.coterie.interests;

import org.coterie.people.HolderCount;
import org.coterie.tags.NearWords.Nearby;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag that means much the same as a word. */
@Schema(name = "NearTag", description = "A word that means much the same.")
record NearTagView(
        @Schema(description = "The name that all its writings share.", examples = "cycling")
        String tag,

        @Schema(
                description = "What it is called, in your language (`Accept-Language`) where that is known.",
                examples = "Cycling")
        String label,

        @Schema(
                description = "How many people publicly care about it right now; fewer than three are `<3`.",
                examples = "12")
        HolderCount holders,

        @Schema(
                description =
                        "How sure it is that both mean the same, 0 to 1: of pairs with 0.8 some 80 % do. Where those who hold the one care about other things than those who hold the other, it is lower.",
                examples = "0.87")
        double confidence) {

    static NearTagView of(Nearby near, long holders) {
        return new NearTagView(
                near.tag().name(), near.tag().label(), HolderCount.of(holders), hundredths(near.confidence()));
    }

    /** No more digits than mean anything. */
    static double hundredths(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}

package org.coterie.interests;

import java.util.List;
import org.coterie.meaning.Meaning;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is near a word. */
@Schema(name = "NearTags", description = "Words that mean much the same as one.")
record NearTagsView(
        @Schema(description = "The surest first, but for senses that your other tags tell.")
        List<NearTagView> items,

        @Schema(
                description =
                        "Whether the model that reads a word is there. Where it is not, only words that it has read before are near by what"
                                + " they mean, and others by how they are written alone.",
                examples = "ON")
        Meaning.State meaning) {

    NearTagsView {
        items = List.copyOf(items);
    }
}

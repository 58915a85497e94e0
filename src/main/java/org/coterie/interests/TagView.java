package org.coterie.interests;

import org.coterie.people.HolderCount;
import org.coterie.tags.KnownTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag and how many hold it. */
@Schema(name = "Tag", description = "A word that people use for what they care about.")
record TagView(
        @Schema(description = "The name that all its writings share.", examples = "repair-cafe")
        String tag,

        @Schema(
                description = "What it is called, in your language (`Accept-Language`) where that is known.",
                examples = "Repair Café")
        String label,

        @Schema(
                description = "How many people publicly care about it right now; fewer than three are `<3`.",
                examples = "12")
        HolderCount holders) {

    static TagView of(KnownTag tag, long holders) {
        return new TagView(tag.name(), tag.label(), HolderCount.of(holders));
    }
}

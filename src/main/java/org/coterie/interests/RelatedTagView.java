package org.coterie.interests;

import org.coterie.tags.KnownTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag that goes together with another one. */
@Schema(name = "RelatedTag", description = "A word that people who use another one also use, more often than chance.")
record RelatedTagView(
        @Schema(description = "The name that all its writings share.", examples = "soldering")
        String tag,

        @Schema(
                description = "What it is called, in your language (`Accept-Language`) where that is known.",
                examples = "Soldering")
        String label,

        @Schema(
                description =
                        "How many people publicly care about both right now, 3 or more; where more than 1 000 care about the other one, how many of the 1 000 who said it last.",
                examples = "7")
        int together,

        @Schema(
                description =
                        "How many times as often people care about it who care about the other one, compared with everybody; more"
                                + " than 1.",
                examples = "4.2")
        double lift) {

    static RelatedTagView of(KnownTag tag, Related.Companion companion) {
        return new RelatedTagView(tag.name(), tag.label(), companion.together(), companion.lift());
    }
}

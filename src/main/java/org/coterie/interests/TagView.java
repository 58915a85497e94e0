package org.coterie.interests;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.coterie.people.HolderCount;
import org.coterie.tags.KnownTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag and how many hold it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        HolderCount holders,

        @Schema(
                description =
                        "The name by which it was found, in whatever language, in lower case and without accents. Absent where it is its own, and where a tag was not looked for by its beginning.",
                examples = "reparaturcafe")
        @Nullable
        String foundAs) {

    static TagView of(KnownTag tag, long holders) {
        return new TagView(tag.name(), tag.label(), HolderCount.of(holders), null);
    }

    /** The same, found by one of its names. */
    TagView foundAs(String name) {
        return name.equals(tag) ? this : new TagView(tag, label, holders, name);
    }
}

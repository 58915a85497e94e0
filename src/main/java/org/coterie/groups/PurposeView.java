package org.coterie.groups;

import java.util.List;
import org.coterie.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a group is for, as it travels. */
@Schema(name = "Purpose", description = "What a group is for.")
public record PurposeView(
        @Schema(
                implementation = String.class,
                description = "In a sentence.",
                maxLength = 1_500,
                examples = "Mending what others throw away, one Saturday a month.")
        Text statement,

        @Schema(
                description =
                        "The tags, most decisive first. One that somebody was proposed for who holds it for matching only is"
                                + " shown only to those who hold it too; what a group was founded for, or came about for openly,"
                                + " stays the group's.",
                examples = "[\"repair-cafe\", \"soldering\"]")
        List<String> tags,

        @Schema(
                description =
                        "What each of these tags is called in your language, in the same order: what an app shows.",
                examples = "[\"Repair Café\", \"Soldering\"]")
        List<String> labels) {

    public PurposeView {
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
    }
}

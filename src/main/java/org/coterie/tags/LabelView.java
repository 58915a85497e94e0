package org.coterie.tags;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tag is called in a language. */
@Schema(name = "TagLabel", description = "What a tag is called in one language.")
record LabelView(
        @Schema(description = "The language (BCP 47).", examples = "de")
        String language,

        @Schema(description = "The label that readers of this language see.", examples = "Radfahren")
        String label,

        @Schema(
                description =
                        "What people who speak it also write for the very same; tags that became one with it brought theirs.",
                maxItems = 1_000,
                examples = "[\"Fahrradfahren\",\"Radeln\"]")
        List<String> synonyms) {}

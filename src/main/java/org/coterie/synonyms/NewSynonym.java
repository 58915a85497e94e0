package org.coterie.synonyms;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.coterie.language.LanguageTag;
import org.coterie.problem.Checked;
import org.coterie.problem.Findings;
import org.coterie.tags.TagName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That two tags are one, as somebody proposes it. */
@Schema(name = "NewSynonym", description = "Two tags that mean the same.")
record NewSynonym(
        @Schema(description = "The one tag, in any writing.", examples = "Biking", required = true) @NotNull
        String tag,

        @Schema(description = "The other tag, in any writing.", examples = "Bicycle Riding", required = true) @NotNull
        String sameAs,

        @Schema(
                description =
                        "The language (BCP 47) in which the one is a label of the other. The other then stays, however many"
                                + " hold either; where absent, of two that people agree on the one that more hold does.",
                examples = "en")
        @LanguageTag
        @Nullable
        String language)
        implements Checked {

    @Override
    public void check(Findings findings, Instant now) {
        findings.read("/tag", tag, TagName::of);
        findings.read("/sameAs", sameAs, TagName::of);
    }
}

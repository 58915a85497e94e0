package org.coterie.interests;

import java.time.Instant;
import org.coterie.freshness.ToldOnce;
import org.coterie.tags.KnownTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reason that somebody has corrected. */
@Schema(name = "Correction", description = "A tag that you have said is a wrong reason, or counts less.")
record CorrectionView(
        @Schema(description = "The tag's name.", examples = "soldering")
        String tag,

        @Schema(description = "What it is called.", examples = "soldering")
        String label,

        @Schema(description = "What is wrong.", examples = "WRONG")
        Verdict verdict,

        @Schema(description = "When you said so.", examples = "2026-01-01T12:00:00Z")
        Instant correctedAt)
        implements ToldOnce {

    static CorrectionView of(KnownTag tag, Verdict verdict, Instant correctedAt) {
        return new CorrectionView(tag.name(), tag.label(), verdict, correctedAt);
    }

    /** What counts less is an interest like any other, and read as one. */
    @Override
    public @Nullable Object asRead() {
        return verdict == Verdict.LESS ? null : this;
    }
}

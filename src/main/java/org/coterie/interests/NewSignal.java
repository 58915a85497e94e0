package org.coterie.interests;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.coterie.language.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A short message in somebody's own words. */
@Schema(name = "NewSignal", description = "What is on your mind, in a few words.")
record NewSignal(
        @Schema(
                description =
                        "Hashtags in it become interests at once; words that others use as tags are proposed to you. What you deny, as in `I no longer run`, is neither, but a hashtag that you deny waits for your yes. Web and mail addresses, and what stands behind an `@`, are not read.",
                examples = "Our street needs safe bike lanes #cycling",
                required = true)
        @NotNull
        @Size(min = 1, max = 1000)
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "wrong-format.blank")
        String text,

        @Schema(
                description =
                        "In which language it is, as BCP 47; where absent in any that you speak, or read if you did not say which.",
                examples = "en")
        @LanguageTag
        @Nullable
        String language) {}

package org.coterie.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of somebody's terms, in the form in which they make it. */
@Schema(name = "TermsChange", description = "A change of your terms: send it as it is to `PATCH /v1/people/me`.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TermsChange(
        @Schema(description = "All languages you would speak, best first (BCP 47).", examples = "[\"en\", \"fr\"]")
        @Nullable
        List<String> languages,

        @Schema(description = "What of your terms would change.") @Nullable
        MatchingPreferences matching) {

    static TermsChange to(MatchingPreferences matching) {
        return new TermsChange(null, matching);
    }

    /** Both changes at once, of different terms. */
    public TermsChange and(TermsChange other) {
        return new TermsChange(
                languages == null ? other.languages : languages,
                matching == null ? other.matching : other.matching == null ? matching : matching.and(other.matching));
    }
}

package org.coterie.transfer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.coterie.people.NewPerson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of an import: one person. What is absent stays as it is. */
@Schema(
        name = "ImportedPerson",
        description =
                "One person, on one line. Who has this handle already is updated: what is present replaces, what is absent or null stays.")
@JsonIgnoreProperties({"id", "joinedAt"})
record PersonLine(
        @Schema(
                description = "Whom the line is about, compared without case: 2–64 letters, digits, `-`, `_`, `.`.",
                examples = "p17",
                required = true)
        @Nullable
        String handle,

        @Schema(description = "The name to show others; the handle where nothing was ever said.", examples = "Pat")
        @Nullable
        String displayName,

        @Schema(
                description =
                        "What they care about, at most 100; what is not named is taken back, and what is not said of a tag that they hold stays as it was.",
                examples = "[\"hiking\", {\"tag\": \"soldering\", \"strength\": 5, \"stance\": \"OFFER\"}]")
        @Nullable
        List<@Nullable InterestLine> interests,

        @Schema(
                description =
                        "Short messages in their own words, at most 100 of at most 1 000 characters; hashtags in them become interests. A text they said before is renewed, not doubled.",
                examples = "[\"Our street needs safe bike lanes #cycling\"]")
        @Nullable
        List<@Nullable String> signals,

        @Schema(description = "Languages they speak, best first (BCP 47).", examples = "[\"en\"]") @Nullable
        List<String> languages,

        @Schema(description = "Where their clock is (IANA time zone).", examples = "Europe/Oslo") @Nullable
        String timeZone) {

    @SuppressWarnings("NullAway") // a missing handle is for the validation to name
    NewPerson person() {
        return new NewPerson(handle, displayName, languages, timeZone);
    }
}

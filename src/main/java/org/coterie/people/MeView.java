package org.coterie.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as they see themselves. */
@Schema(name = "Me", description = "Yourself, with what others do not see.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeView(
        @Schema(
                description = "Random; tells nothing about when you joined.",
                examples = "7c9e6679-7425-40de-944b-e07fc1f90ae7")
        UUID id,

        @Schema(description = "The name that is yours alone.", examples = "ada")
        String handle,

        @Schema(description = "The name you show.", examples = "Ada")
        String displayName,

        @Schema(description = "Languages you speak, best first (BCP 47).", examples = "[\"en\"]")
        List<String> languages,

        @Schema(description = "Where your clock is (IANA time zone); absent where unknown.", examples = "Europe/London")
        @Nullable
        String timeZone,

        @Schema(description = "On which terms you meet others; absent where anything will do.") @Nullable
        MatchingPreferences matching,

        @Schema(description = "When you joined.", examples = "2026-01-01T12:00:00Z")
        Instant joinedAt) {

    static MeView of(Person person) {
        return new MeView(
                person.id,
                person.handle,
                person.displayName,
                person.languageList(),
                person.timeZone,
                MatchingPreferences.of(person),
                person.joinedAt);
    }
}

package org.coterie.people;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.coterie.language.LanguageTag;
import org.coterie.problem.Checked;
import org.coterie.problem.Findings;
import org.coterie.problem.PlainLine;
import org.coterie.problem.Seen;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person may change about themselves; in a merge patch (RFC 7396) absent fields stay and null removes. */
@Schema(
        name = "PersonEdit",
        description =
                "A merge patch (RFC 7396): absent fields stay as they are, null removes. What else is read of you may be sent, too, and changes nothing.")
@JsonIgnoreProperties({"id", "handle", "joinedAt"})
record PersonEdit(
        @Schema(description = "The name to show others.", examples = "Ada L.")
        @Nullable
        @Size(min = 1, max = 80)
        @Pattern(regexp = PlainLine.PATTERN, message = PlainLine.MESSAGE)
        @Seen
        String displayName,

        @Schema(description = "Languages you speak, best first (BCP 47).", examples = "[\"en\", \"de\"]")
        @Size(max = 10)
        List<@NotNull @LanguageTag String> languages,

        @Schema(description = "Where your clock is (IANA time zone).", examples = "Europe/Oslo") @Nullable @ZoneName
        String timeZone,

        @Schema(description = "On which terms you meet others; null removes all of them.") @Nullable @Valid
        MatchingPreferences matching)
        implements Checked {

    PersonEdit {
        languages = canonical(languages);
    }

    @Override
    public void check(Findings findings, Instant now) {
        if (displayName == null) {
            findings.add("/displayName", "required.kept");
        }
        if (matching != null) {
            matching.check(findings, timeZone);
        }
    }

    static PersonEdit of(Person person) {
        return new PersonEdit(
                person.displayName, person.languageList(), person.timeZone, MatchingPreferences.of(person));
    }

    /** BCP 47 case, each once; where one is no language tag, all stay where they are, for the validation to point at it. */
    static List<String> canonical(@Nullable List<String> languages) {
        if (languages == null) {
            return List.of();
        }
        boolean readable =
                languages.stream().allMatch(language -> language != null && LanguageTag.Check.isWellFormed(language));
        return readable
                ? languages.stream()
                        .map(language -> Locale.forLanguageTag(language).toLanguageTag())
                        .distinct()
                        .toList()
                : Collections.unmodifiableList(new ArrayList<>(languages));
    }
}

package org.coterie.tags;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coterie.problem.Checked;
import org.coterie.problem.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a tag is to be called in a language. */
@Schema(
        name = "NewTagLabel",
        description =
                "What a tag is called in one language. What else is read of it may be sent, too, and changes nothing.")
@JsonIgnoreProperties("language")
record NewLabel(
        @Schema(description = "The label that readers of this language see.", examples = "Radfahren", required = true)
        @NotBlank
        @Nullable
        String label,

        @Schema(
                description =
                        "What people who speak it also write for the very same, at most 20; whoever writes one of these means the tag.",
                examples = "[\"Fahrradfahren\",\"Radeln\"]")
        @Size(max = 20)
        @Nullable
        List<@NotNull String> synonyms)
        implements Checked {

    @Override
    public void check(Findings findings, Instant now) {
        if (label != null && !label.isBlank()) {
            findings.read("/label", label, TagName::of);
        }
        for (int i = 0; i < alsoWritten().size(); i++) {
            findings.read("/synonyms/" + i, alsoWritten().get(i), TagName::of);
        }
    }

    List<String> alsoWritten() {
        return Objects.requireNonNullElse(synonyms, List.of());
    }
}

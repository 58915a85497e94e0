package org.coterie.interests;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says of the tags that were found in their message. */
@Schema(
        name = "SignalDecision",
        description = "Which of the tags that were found in what you said you mean, and which not.")
record Decision(
        @Schema(
                description = "Those that you mean, in any writing: they become interests.",
                examples = "[\"urban-planning\"]")
        @Size(max = 20)
        @Nullable
        List<@NotNull String> confirm,

        @Schema(
                description = "Those that you do not mean, in any writing: they go, and are not offered to you again.",
                examples = "[\"lanes\"]")
        @Size(max = 20)
        @Nullable
        List<@NotNull String> reject) {

    List<String> meant() {
        return Objects.requireNonNullElse(confirm, List.of());
    }

    List<String> notMeant() {
        return Objects.requireNonNullElse(reject, List.of());
    }
}

package org.coterie.synonyms;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coterie.language.Text;
import org.coterie.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which proposals are asked for, as it comes in the query of a request. */
public class SynonymQuery {

    @Parameter(
            description = "Only those of this tag, in whatever writing, and of tags that have become one with it.",
            example = "cycling")
    @QueryParam("tag")
    @Nullable
    String tag;

    @Parameter(
            description = "Only those that are so far.",
            schema = @Schema(implementation = SynonymState.class),
            example = "PROPOSED")
    @QueryParam("state")
    @Nullable
    String state;

    Optional<String> tag() {
        return Optional.ofNullable(tag).filter(written -> !written.isEmpty());
    }

    Optional<SynonymState> state() {
        if (state == null || state.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SynonymState.valueOf(state));
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter(
                    "state", "unknown-value", Map.of("values", new Text.Either(List.of(SynonymState.values()))));
        }
    }
}

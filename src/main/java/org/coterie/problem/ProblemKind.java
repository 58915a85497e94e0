package org.coterie.problem;

import java.util.List;
import org.coterie.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of problem: what its code means, and what to do about it. */
@Schema(name = "ProblemKind", description = "A kind of problem: what its code means, and what to do about it.")
public record ProblemKind(
        @Schema(description = "Stable, kebab-case.", examples = "handle-taken")
        String code,

        @Schema(
                description = "The `type` of such problems, relative to this server: where this very page is.",
                examples = "/problems/handle-taken")
        String type,

        @Schema(
                description = "The HTTP statuses it comes with; none where it is told of a line of an import alone.",
                examples = "[409]")
        List<Integer> statuses,

        @Schema(
                description =
                        "Whether it stands in `errors`, as the code of one place that is wrong, or of a line of an import; most of"
                                + " these are no code of a problem itself, which then is `invalid-input` or `invalid-parameter`.",
                examples = "false")
        boolean inErrors,

        @Schema(
                implementation = String.class,
                description = "What it means and what to do about it.",
                examples =
                        "Somebody has this handle, in whatever case, or one that reads the same. Choose another one.")
        Text meaning) {

    public ProblemKind {
        statuses = List.copyOf(statuses);
    }
}

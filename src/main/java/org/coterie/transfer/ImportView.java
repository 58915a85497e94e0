package org.coterie.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coterie.language.Text;
import org.coterie.paging.LongWork;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import, as the operator sees it. */
@Schema(name = "Import", description = "A file of people that came in, or is coming in.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        @Schema(description = "Names the import.", examples = "0192f1c0-3c4d-7e5f-8a6b-7c8d9e0f1a2b")
        UUID id,

        @Schema(description = "How far it is.", examples = "SUCCEEDED")
        ImportState state,

        @Schema(
                description =
                        "What part of the file is stored, 0 to 1; 0 until the end where the sender did not tell its size.",
                examples = "1")
        double progress,

        @Schema(description = "Lines that are stored.", examples = "1010")
        long accepted,

        @Schema(description = "Lines that were rejected; all of them, also beyond those listed.", examples = "1")
        long rejected,

        @Schema(
                description = "The rejected lines, the first 1 000 of them; absent in a list of imports.",
                maxItems = 1_000)
        @Nullable
        List<ImportErrorView> errors,

        @Schema(description = "When the file began to arrive.", examples = "2026-01-01T12:00:00Z")
        Instant startedAt,

        @Schema(description = "When it was over; absent before.", examples = "2026-01-01T12:00:04Z") @Nullable
        Instant finishedAt,

        @Schema(
                implementation = String.class,
                description = "Why it failed; absent where it did not.",
                examples = "The file broke off.")
        @Nullable
        Text failure)
        implements LongWork {

    @Override
    public boolean over() {
        return state.isFinished();
    }

    static ImportView of(ImportJob job, @Nullable List<ImportErrorView> errors) {
        return new ImportView(
                job.id,
                job.state,
                job.progress,
                job.accepted,
                job.rejected,
                errors,
                job.startedAt,
                job.finishedAt,
                job.failure == null ? null : new Text(job.failure));
    }
}

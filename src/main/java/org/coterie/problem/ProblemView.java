package org.coterie.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem as it travels (RFC 9457). */
@Schema(name = "Problem", description = "Why a request failed (RFC 9457, application/problem+json).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        @Schema(
                description = "Names the kind of problem; relative to this server.",
                examples = "/problems/handle-taken")
        String type,

        @Schema(description = "The kind of problem, for people.", examples = "Conflict")
        String title,

        @Schema(description = "The HTTP status code.", examples = "409")
        int status,

        @Schema(description = "What happened, in one sentence.", examples = "Somebody already has the handle ada.")
        String detail,

        @Schema(description = "The path that was asked for.", examples = "/v1/people")
        String instance,

        @Schema(description = """
                        Stable, kebab-case; branch on this. There are, by status:

                        - 400: `invalid-address`, `invalid-input`, `invalid-parameter`, `own-id`, `tag-too-long`, \
                        `tag-unreadable`
                        - 401: `token-invalid`, `token-required`
                        - 403: `not-a-holder`, `not-a-member`, `not-allowed`, `person-required`
                        - 404: `not-a-member`, `not-found`, `unknown-correction`, `unknown-formation`, `unknown-group`, \
                        `unknown-import`, `unknown-interest`, `unknown-person`, `unknown-signal`, `unknown-signal-tag`, \
                        `unknown-synonym`, `unknown-tag`, \
                        `unknown-token`
                        - 405: `method-not-allowed`
                        - 406: `not-acceptable`
                        - 408: `body-too-slow`
                        - 409: `already-joined`, `already-proposed`, `companions-cannot-come`, `formation-finished`, `group-closed`, \
                        `group-full`, `handle-taken`, `merge-under-way`, `merged-further`, `name-taken`, `not-our-token`, \
                        `nothing-to-undo`, `proposal-over`, `same-tag`, `too-late-to-undo`, `too-many-companions`, `too-many-formations`, `too-many-interests`, \
                        `too-many-proposals`, `too-many-tokens`
                        - 413: `body-too-large`
                        - 414: `address-too-long`
                        - 415: `unsupported-media-type`
                        - 500: `internal-error`
                        - 503: `database-away`, `group-busy`, `too-many-imports`
                        - others: `refused`""", examples = "handle-taken")
        String code,

        @Schema(
                description =
                        "For invalid input, each place that is wrong, of more than 100 the first; but only one where the"
                                + " body cannot be read as what is expected.")
        @Nullable
        List<Fault> errors) {

    /** A short body can be wrong in very many places. */
    private static final int MOST_ERRORS = 100;

    /** The media type of every error body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One problem; {@code faults} are empty where it is no place that is wrong. */
    public static ProblemView of(int status, String code, String detail, String instance, List<Fault> faults) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new ProblemView(
                "/problems/" + code,
                known == null ? "Error" : known.getReasonPhrase(),
                status,
                detail,
                instance,
                code,
                faults.isEmpty() ? null : faults.subList(0, Math.min(faults.size(), MOST_ERRORS)));
    }
}

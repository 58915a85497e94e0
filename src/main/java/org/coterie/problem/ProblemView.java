package org.coterie.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.coterie.language.Text;
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

        @Schema(
                implementation = String.class,
                description = "The kind of problem, for people.",
                examples = "Handle taken")
        Text title,

        @Schema(description = "The HTTP status code.", examples = "409")
        int status,

        @Schema(
                implementation = String.class,
                description = "What happened, in one sentence.",
                examples = "Somebody already has the handle ada.")
        Text detail,

        @Schema(description = "The path that was asked for.", examples = "/v1/people")
        String instance,

        @Schema(
                description = "Stable, kebab-case; branch on this. `GET /v1/problems` tells what each one means.",
                examples = "handle-taken")
        String code,

        @Schema(
                description =
                        "For invalid input, each place that is wrong, of more than 100 the first 100, without a sign that there are more, and fewer of a body of"
                                + " thousands of values; but only one where the"
                                + " body is no JSON. What shows only once each place is of the right kind, such as a tag that cannot"
                                + " be read, is told when they are.")
        @Nullable
        List<Fault> errors) {

    /** A short body can be wrong in very many places. */
    static final int MOST_ERRORS = 100;

    /** The media type of every error body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Names the kind of problem: the address of its own page, relative to this server. */
    static String typeOf(String code) {
        return "/problems/" + code;
    }

    /** One problem; {@code faults} are empty where it is no place that is wrong. */
    public static ProblemView of(int status, String code, Text detail, String instance, List<Fault> faults) {
        return new ProblemView(
                typeOf(code),
                new Text(code + ".title"),
                status,
                detail,
                instance,
                code,
                faults.isEmpty() ? null : faults.subList(0, Math.min(faults.size(), MOST_ERRORS)));
    }
}

package org.coterie.problem;

import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One place of a request that is wrong. */
@Schema(name = "Fault", description = "One place of the request that is wrong.")
public record Fault(
        @Schema(
                description =
                        "JSON pointer (RFC 6901) to the place in the body; of a query parameter, `/` and its name.",
                examples = "/interests/0/strength")
        String pointer,

        @Schema(description = """
                        Stable, kebab-case. There are: `contradictory`, `in-the-past`, `malformed-json`, `out-of-range`, `private-address`, `required`, \
                        `tag-too-long`, `tag-unreadable`, `unknown-field`, `unknown-host`, `unknown-value`, `unknown-signal-tag`, `unreadable-text`, \
                        `wrong-format`, `wrong-size`, `wrong-type`.""", examples = "out-of-range")
        String code,

        @Schema(description = "What is wrong, in plain words.", examples = "must be 1 to 5")
        String detail) {

    static final Comparator<Fault> BY_PLACE =
            Comparator.comparing(Fault::pointer).thenComparing(Fault::code);
}

package org.coterie.problem;

import java.util.Comparator;
import java.util.Map;
import org.coterie.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One place of a request that is wrong. */
@Schema(name = "Fault", description = "One place of the request that is wrong.")
public record Fault(
        @Schema(
                description =
                        "JSON pointer (RFC 6901) to the place in the body; of a parameter or header, `/` and its name. Of one that is"
                                + " longer its beginning and `…`.",
                examples = "/interests/0/strength")
        String pointer,

        @Schema(description = """
                        Stable, kebab-case; `GET /v1/problems` tells what each one means. There are: `before-the-first`, `contradictory`, `in-the-past`, `malformed-json`, `out-of-range`, `private-address`, `required`, \
                        `tag-too-long`, `tag-unreadable`, `unknown-field`, `unknown-host`, `unknown-value`, `unknown-signal-tag`, `unreadable-text`, \
                        `wrong-format`, `wrong-size`, `wrong-type`.""", examples = "out-of-range")
        String code,

        @Schema(
                implementation = String.class,
                description = "What is wrong, in plain words.",
                examples = "must be at most 5")
        Text detail) {

    private static final int LONGEST_POINTER = 1_000;

    public Fault {
        pointer = Shortened.pointer(LONGEST_POINTER, pointer);
    }

    /**
     * One place that is wrong.
     *
     * @param key of a text: the code, alone or with a dot and which of its sentences it is
     * @param arguments what the text names
     */
    public Fault(String pointer, String key, Map<String, ?> arguments) {
        this(pointer, Problem.codeOf(key), new Text(key, arguments));
    }

    /** One place that is wrong, where there is nothing to name. */
    public Fault(String pointer, String key) {
        this(pointer, key, Map.of());
    }

    /** In the order in which they are told. */
    public static final Comparator<Fault> BY_PLACE =
            Comparator.comparing(Fault::pointer).thenComparing(Fault::code);
}

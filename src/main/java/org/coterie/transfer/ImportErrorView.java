package org.coterie.transfer;

import org.coterie.language.KeptText;
import org.coterie.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line that was rejected, as the operator sees it. */
@Schema(name = "ImportError", description = "A line that was rejected.")
record ImportErrorView(
        @Schema(description = "Which line, from 1; blank lines count.", examples = "7")
        long line,

        @Schema(description = """
                        Stable, kebab-case; `GET /v1/problems` tells what each one means. There are those of a `Fault`, and `in-the-future`, `line-too-long`, \
                        `not-storable`, `not-utf-8`.""", examples = "wrong-format")
        String code,

        @Schema(
                implementation = String.class,
                description = "What is wrong, and where in the line.",
                examples = "At /handle: must be 2–64 letters, digits, -, _ or .")
        Text detail) {

    static ImportErrorView of(ImportError error) {
        return new ImportErrorView(error.line, error.code, KeptText.read(error.detail));
    }
}

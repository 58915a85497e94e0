package org.coterie.people;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import org.coterie.language.LanguageTag;
import org.coterie.problem.PlainLine;
import org.coterie.problem.Seen;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody tells when they join. */
@Schema(name = "NewPerson", description = "What somebody tells when they join.")
public record NewPerson(
        @Schema(
                description =
                        "A name that is yours alone, compared without case and in one form of its letters (NFKC), and kept"
                                + " without letters and marks that are not seen: letters, digits, `-`, `_`, `.`.",
                examples = "ada",
                required = true)
        @NotNull
        @Pattern(regexp = "[\\p{L}\\p{M}\\p{N}._-]{2,64}", message = "wrong-format.handle")
        String handle,

        @Schema(description = "The name to show others; the handle where absent.", examples = "Ada")
        @Nullable
        @Size(min = 1, max = 80)
        @Pattern(regexp = PlainLine.PATTERN, message = PlainLine.MESSAGE)
        @Seen
        String displayName,

        @Schema(description = "Languages you speak, best first (BCP 47).", examples = "[\"en\"]")
        @Nullable
        @Size(max = 10)
        List<@NotNull @LanguageTag String> languages,

        @Schema(description = "Where your clock is (IANA time zone).", examples = "Europe/London") @Nullable @ZoneName
        String timeZone) {

    public NewPerson {
        handle = handle == null ? null : plain(handle);
        languages = languages == null ? null : PersonEdit.canonical(languages);
    }

    /**
     * However letters are composed, in whatever width, and whatever stands between them unseen, such as a variation selector or
     * a filler: two handles that read the same are one.
     */
    static String plain(String handle) {
        StringBuilder seen = handle.codePoints()
                .filter(c -> !isUnseen(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return Normalizer.normalize(seen, Form.NFKC);
    }

    /** Of what is not seen, controls and what only Unicode knows are in no handle anyway. */
    private static boolean isUnseen(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                && Character.getType(c) != Character.FORMAT
                && Character.isDefined(c);
    }

    /** The name to show: the handle until they say otherwise. */
    String shownName() {
        return displayName == null ? handle : displayName.strip();
    }

    /** Without a null: none said is none known. */
    List<String> spoken() {
        return languages == null ? List.of() : languages;
    }
}

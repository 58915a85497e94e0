package org.coterie.language;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is to be said to somebody, not yet in any language: it is put into words when an answer is written.
 *
 * @param key of a pattern in {@code texts.properties}
 * @param arguments what the pattern names: numbers, which are told in the digits of the language, and as a string where a
 *     machine is to read them; words of people, other texts, lists of these, {@link Either}, a day of the
 *     week, or a locale for the name of its language
 */
public record Text(String key, Map<String, ?> arguments) {

    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    /** Any one of these; a list is all of them. */
    public record Either(List<?> of) {

        public Either {
            of = List.copyOf(of);
        }
    }

    public Text {
        arguments = Map.copyOf(arguments);
    }

    /** A text that is always the same. */
    public Text(String key) {
        this(key, Map.of());
    }

    /** What a tag is called, as it stands in a sentence. */
    public static Text label(String label) {
        return new Text("label", Map.of("label", label));
    }

    /** What somebody has written themselves: the same in every language. */
    public static Text asWritten(String words) {
        return new Text("as-written", Map.of("text", words));
    }

    /** How many words it has in the language in which it has most. */
    public int words() {
        return Texts.LANGUAGES.stream()
                .mapToInt(language ->
                        (int) WORD.matcher(Texts.in(language, this)).results().count())
                .max()
                .orElseThrow();
    }

    /** As many bytes of UTF-8 as it has in any language, or some more: told without putting it into words. */
    public int mostBytes() {
        return Texts.mostBytes(this);
    }

    /** In English, for whoever does not say what they read. */
    @Override
    @JsonValue
    public String toString() {
        return Texts.in(Texts.ENGLISH, this);
    }
}

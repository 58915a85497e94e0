package org.coterie.language;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All texts in all languages: messages of ICU, which know the plurals, lists and numbers of each language. */
final class Texts {

    static final String ENGLISH = "en";

    /** Each has a file with all of the texts. */
    static final List<String> LANGUAGES = List.of(ENGLISH, "de", "fr", "es", "nb");

    private static final Map<String, Map<String, MessageFormat>> MESSAGES =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Texts::read));

    /** How long the pattern of each text is in the language in which it is longest; a number stands there as one sign. */
    private static final Map<String, Integer> PATTERN_BYTES = MESSAGES.values().stream()
            .flatMap(messages -> messages.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, message -> bytes(message.getValue().toPattern()), Math::max));

    /** A number, a day, the name of a language, or what stands between two things of a list. */
    private static final int SHORT_WORD = 40;

    /** What ICU does for a bare word only, not for one in quotes: "Ajedrez" e "Idiomas", but "Metal" y "Hierro". */
    private static final Pattern AND_BEFORE_I = spanish("y(?= «(?:[ií]|h[ií](?![ae])))");

    private static final Pattern OR_BEFORE_O = spanish("o(?= «h?[oó])");

    private Texts() {}

    private static Pattern spanish(String word) {
        return Pattern.compile("(?<= )" + word, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Puts it into words. */
    static String in(String language, Text text) {
        MessageFormat message = Objects.requireNonNull(messages(language).get(text.key()), text.key());
        Map<String, Object> arguments = new HashMap<>();
        text.arguments().forEach((name, value) -> arguments.put(name, said(language, value)));
        synchronized (message) { // ICU's formats are for one thread at a time
            return message.format(arguments);
        }
    }

    /** No fewer bytes than the text has in any language. */
    static int mostBytes(Object value) {
        if (value instanceof Text text) {
            return Objects.requireNonNull(PATTERN_BYTES.get(text.key()), text.key())
                    + text.arguments().values().stream()
                            .mapToInt(Texts::mostBytes)
                            .sum();
        }
        if (value instanceof Collection<?> all) {
            return all.stream().mapToInt(one -> SHORT_WORD + mostBytes(one)).sum();
        }
        if (value instanceof Text.Either either) {
            return mostBytes(either.of());
        }
        return value instanceof String words ? bytes(words) : SHORT_WORD;
    }

    private static int bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8).length;
    }

    static Map<String, MessageFormat> messages(String language) {
        return Objects.requireNonNull(MESSAGES.get(language));
    }

    private static Object said(String language, Object value) {
        if (value instanceof Text text) {
            return in(language, text);
        }
        if (value instanceof Collection<?> all) {
            return listed(language, all, ListFormatter.Type.AND);
        }
        if (value instanceof Text.Either either) {
            return listed(language, either.of(), ListFormatter.Type.OR);
        }
        if (value instanceof DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, localeOf(language));
        }
        return value instanceof Locale named ? named.getDisplayLanguage(localeOf(language)) : value;
    }

    private static String listed(String language, Collection<?> all, ListFormatter.Type type) {
        String list = ListFormatter.getInstance(localeOf(language), type, ListFormatter.Width.WIDE)
                .format(all.stream().map(one -> said(language, one)).toList());
        return language.equals("es")
                ? OR_BEFORE_O
                        .matcher(AND_BEFORE_I.matcher(list).replaceAll("e"))
                        .replaceAll("u")
                : list;
    }

    /** English as it is written in Britain: lists have no comma before their "and". */
    private static Locale localeOf(String language) {
        return language.equals(ENGLISH) ? Locale.UK : Locale.forLanguageTag(language);
    }

    private static Map<String, MessageFormat> read(String language) {
        String file = language.equals(ENGLISH) ? "/texts.properties" : "/texts_%s.properties".formatted(language);
        var patterns = new Properties();
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(file));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            patterns.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return patterns.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), key -> new MessageFormat(patterns.getProperty(key), localeOf(language))));
    }
}

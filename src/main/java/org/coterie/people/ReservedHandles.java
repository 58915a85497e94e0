package org.coterie.people;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Handles that nobody signs up with: to others they would speak for Coterie, or for nobody. They are compared by how they look
 * without accents, by the skeletons of Unicode Technical Standard 39, in which {@code 1}, {@code l} and {@code i} are one here.
 */
final class ReservedHandles {

    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[._-]+");
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("\\p{N}+$");

    private static final String COTERIE = look("coterie");

    private static final Set<String> FOR_NOBODY =
            looks("anonymous", "api", "current", "everybody", "everyone", "info", "me", "nobody", "null", "undefined");

    private static final Set<String> FOR_COTERIE = looks(
            "abuse",
            "admin",
            "administrateur",
            "administration",
            "administrator",
            "help",
            "helpdesk",
            "kundendienst",
            "mod",
            "moderador",
            "moderateur",
            "moderation",
            "moderator",
            "moderatorin",
            "noreply",
            "official",
            "operator",
            "postmaster",
            "root",
            "security",
            "soporte",
            "staff",
            "support",
            "sysadmin",
            "system",
            "team",
            "webmaster");

    private ReservedHandles() {}

    /** Whether it has Coterie's name in it, is one of the words, or has one between its marks that speaks for Coterie. */
    static boolean include(String handle) {
        String whole = BETWEEN_PARTS.matcher(handle).replaceAll("");
        return look(whole).contains(COTERIE)
                || isOneOf(FOR_NOBODY, whole)
                || Stream.concat(Stream.of(whole), BETWEEN_PARTS.splitAsStream(handle))
                        .anyMatch(word -> isOneOf(FOR_COTERIE, word));
    }

    private static boolean isOneOf(Set<String> words, String word) {
        String unnumbered = NUMBER_AT_THE_END.matcher(word).replaceFirst("");
        return words.contains(look(word)) || words.contains(look(unnumbered));
    }

    private static Set<String> looks(String... words) {
        return Stream.of(words)
                .flatMap(word -> Stream.of(word, word + "s"))
                .map(ReservedHandles::look)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String look(String word) {
        String letters = ACCENTS.matcher(Normalizer.normalize(Person.keyOf(word), Form.NFD))
                .replaceAll("");
        return LOOKS.getSkeleton(letters).toLowerCase(Locale.ROOT).replace('l', 'i');
    }
}

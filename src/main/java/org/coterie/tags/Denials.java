package org.coterie.tags;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coterie.tags.DenialCues.Token;
import org.coterie.tags.DenialReading.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a text denies: {@code I no longer run}. After NegEx (Chapman et al., 2001): words that deny what follows them, stands
 * before them or between them, for a few words, up to the end of the clause or a word that begins another; and words that only
 * look so, such as {@code not only}. Neither a question such as {@code Isn't yoga wonderful?} denies anything, nor what somebody tells
 * of others. Known of English, German, French, Spanish and Norwegian.
 */
final class Denials {

    /** A word, of {@code ex-dancer} the first part, the beginning of an item on a line of its own, or a sign that parts two clauses. */
    private static final Pattern WORD = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}])(?i:ex|eks)-(?=\\p{L})|[\\p{L}\\p{M}\\p{N}']++(?:\\p{Cf}++[\\p{L}\\p{M}\\p{N}']++)*+|\\n[ \\t]*+(?:[-*+•‣·\\u2013\\u2014]|\\p{N}{1,2}[.)])[ \\t]|[.!?;:,…()\\n\\u2013\\u2014]");

    /** What is typed in place of an apostrophe. */
    private static final String APOSTROPHES = "’‘ʼ´`";

    private static final Set<String> LANGUAGES = Set.of("de", "en", "es", "fr", "no");

    private static final DenialCues CUES = DenialCues.read(LANGUAGES);

    private final List<Span> denied;

    /** The words that deny them. */
    private final List<Span> denying;

    /**
     * Reads a text, in whichever of the known languages it is: many write in more than they say, and what is denied in one is
     * hardly ever meant in another.
     *
     * @param languages in which it may be written, without regions: where all of them are others nothing is denied; where there
     *     are none it may be any
     * @param names what is known to be one name, so that none of its words denies anything unless it has no others
     * @param mentioned what is found in all: of a list of such that begins with what is denied each is denied; null where it is not known
     */
    Denials(String text, Set<String> languages, Collection<FoundTag> names, @Nullable Collection<FoundTag> mentioned) {
        boolean isRead = languages.isEmpty() || !Collections.disjoint(languages, LANGUAGES);
        List<Token> tokens = isRead ? Asides.leftOutOf(tokens(text), CUES) : List.of();
        var reading = new DenialReading(new Clauses(tokens, CUES, names, mentioned));
        denied = reading.denied();
        denying = reading.denying();
    }

    /** Whether words of it that begin there are denied; not so where they begin with what denies, as "quitting smoking" does. */
    boolean reach(int start) {
        return denied.stream().anyMatch(span -> span.contains(start));
    }

    /** Whether a hashtag or phrase of it is denied. */
    boolean reach(FoundTag found) {
        return reach(found.firstLetter());
    }

    /** These hashtags of it, of which those are not meant that are denied. */
    List<FoundTag> read(Collection<FoundTag> hashtags) {
        return hashtags.stream()
                .map(hashtag -> reach(hashtag) ? hashtag.notMeant() : hashtag)
                .toList();
    }

    /** The text without what is denied in it, and without the words that deny it. */
    String without(String text) {
        var left = new StringBuilder(text);
        Stream.concat(denied.stream(), denying.stream()).forEach(span -> {
            for (int i = span.start(); i < span.end(); i++) {
                left.setCharAt(i, ' ');
            }
        });
        return left.toString();
    }

    private static List<Token> tokens(String written) {
        String text = withPlainApostrophes(written);
        boolean isComposed = Normalizer.isNormalized(text, Form.NFC);
        List<Token> tokens = new ArrayList<>();
        var words = WORD.matcher(text);
        while (words.find()) {
            String word = read(words.group());
            tokens.add(new Token(
                    isComposed ? word : Normalizer.normalize(word, Form.NFC),
                    words.start(),
                    Elision.behind(text, words.start(), words.end()),
                    words.end()));
        }
        return tokens;
    }

    private static String withPlainApostrophes(String text) {
        String plain = text;
        for (int i = 0; i < APOSTROPHES.length(); i++) {
            plain = plain.replace(APOSTROPHES.charAt(i), '\'');
        }
        return plain;
    }

    private static String read(String found) {
        if (found.startsWith(Clauses.LINE)) {
            return found.equals(Clauses.LINE) ? Clauses.LINE : Clauses.ITEM;
        }
        return Folding.visible(found).toLowerCase(Locale.ROOT);
    }
}

package org.coterie.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.coterie.problem.Problem;

/** Finds what is written with a {@code #}. */
final class Hashtags {

    /**
     * A hash that follows no word, address or entity, but perhaps another hashtag, as in {@code #chess/#yoga}; then letters, digits, marks, joiners, soft hyphens and underscores, hyphens
     * between them, and at the end the signs of {@code #c++}, {@code #c#}; or the point of {@code #.net}. As UTS 31 allows it, some
     * signs go on where they stand in the middle of a name, for what comes before them alone is not meant: {@code #r&b},
     * {@code #node.js}, {@code #web2.0}, {@code #rock'n'roll}. A point before a capital ends a sentence, and {@code #yoga's} is
     * of yoga.
     */
    private static final Pattern HASHTAG = Pattern.compile("""
            (?:\\G|(?<=\\G/)|(?<![\\p{L}\\p{N}\\p{M}_&/#＃]))[#＃]\
            (\\.?[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}\\u200C\\u200D\\u00AD\\u2060_]*(?:(?:[-·・]|&(?!\\w+;)|(?<![#＃][\\p{L}\\p{N}])['’](?!(?i:s|d|m|ll|re|ve)(?![\\p{L}\\p{N}]))(?=\\p{L})|\\.(?=\\p{Ll})|(?<=\\p{N})\\.(?=\\p{N}))[\\p{L}\\p{N}\\p{M}_]+)*\
            (?:\\+{1,2}|\\#)?(?![\\p{L}\\p{N}]))""");

    /** So little is a tag only as a whole, such as {@code #C}. */
    private static final Pattern ONE_LETTER = Pattern.compile("[\\p{L}&&[^\\p{IsIdeographic}]]\\p{M}*");

    /** A picture or another sign with more behind it, as in {@code #I❤NY} and {@code #l'amour}, though not in {@code #C's}. */
    private static final Pattern CUT_OFF =
            Pattern.compile("(?:[\\p{So}\\p{Sk}\\p{Sc}\\p{M}\\p{Cf}*@]++|['’](?!s(?![\\p{L}\\p{N}])))[\\p{L}\\p{N}]");

    private Hashtags() {}

    /** All of a text, however often. */
    static List<FoundTag> in(String text) {
        List<FoundTag> found = new ArrayList<>();
        var hashtags = HASHTAG.matcher(text);
        while (hashtags.find()) {
            boolean isCutOff = ONE_LETTER.matcher(hashtags.group(1)).matches()
                    && CUT_OFF.matcher(text)
                            .region(hashtags.end(), text.length())
                            .lookingAt();
            if (isCutOff) {
                continue;
            }
            read(hashtags.group(1))
                    .ifPresent(tag -> found.add(FoundTag.hashtag(tag, hashtags.start(), hashtags.end())));
        }
        return found;
    }

    /** Of these each tag once: where it is meant for the first time, or first denied. */
    static Collection<FoundTag> once(Collection<FoundTag> hashtags, Function<FoundTag, Object> tag) {
        Map<Object, FoundTag> once = new LinkedHashMap<>();
        hashtags.forEach(hashtag -> once.merge(
                tag.apply(hashtag), hashtag, (first, other) -> first.meant() || !other.meant() ? first : other));
        return once.values();
    }

    /** Empty where it is no tag: a mere number, or too long. */
    private static Optional<TagName> read(String word) {
        if (word.codePoints().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TagName.of(word));
        } catch (Problem unusable) {
            return Optional.empty();
        }
    }
}

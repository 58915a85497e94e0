package org.coterie.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs of words in a text that could be a tag, and those of them that are. */
final class Phrases {

    /** Of scripts that write without spaces, each character is a word here. */
    private static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    /**
     * What may follow the first letter of a word; and between two of them what cannot be seen, such as a soft hyphen, but for a
     * space without width, which parts them.
     */
    private static final String WITHIN = "[\\p{L}\\p{N}\\p{M}\\u200C\\u200D'’&&[^" + UNSPACED + "]]";

    private static final Pattern WORD = Pattern.compile("""
            [%1$s&&\\p{L}ー]\\p{M}*\
            |(?:(?<![^\\s\\p{Z}(])\\.)?[\\p{L}\\p{N}&&[^%1$s]]%2$s*+(?:[\\p{Cf}&&[^\\u200B]]++(?=[\\p{L}\\p{N}])%2$s++)*+(?:\\+{1,2}|\\#)?""".formatted(UNSPACED, WITHIN));

    private static final Pattern ONE_CHARACTER = Pattern.compile("[" + UNSPACED + "]\\p{M}*");

    private static final String APOSTROPHES = "'’";

    /** What may stand between two words of one phrase: a space or a hyphen, but not the end of a sentence. */
    private static final Pattern JOINT =
            Pattern.compile("[" + APOSTROPHES + "]?[\\s\\p{Z}\\p{Cf}]{0,3}|[\\s\\p{Z}]?[-‐‑–_/&·][\\s\\p{Z}]?|\\.");

    /** Between two words of a phrase that ends with the bracket closed. */
    private static final Pattern OPENING = Pattern.compile("[\\s\\p{Z}]?\\(");

    /** Longer ones are looked at only as far as names begin so. */
    private static final int MOST_WORDS = 4;

    private static final int MOST_CHARACTERS = 8;

    /** A shorter single word is rather a filler than a tag. */
    private static final int SHORTEST = 3;

    /** The vital few: a text that mentions everything says little. */
    private static final int MOST_FOUND = 10;

    private final List<Phrase> phrases = new ArrayList<>();

    /** Known to be said of something else than some of their words: {@code run out}. */
    private final List<Phrase> meaningNothing = new ArrayList<>();

    /**
     * @param hashtags where these stand nothing else is looked for
     * @param names what may be longer than most phrases
     */
    Phrases(String text, List<FoundTag> hashtags, NameIndex names) {
        List<Word> words = wordsOf(text, hashtags);
        for (int first = 0; first < words.size(); first++) {
            Word word = words.get(first);
            collect(text, words, first, word.start(), names);
            int bare = Elision.behind(text, word.start(), word.end());
            if (bare > word.start()) {
                collect(text, words, first, bare, names);
            }
        }
    }

    private static List<Word> wordsOf(String text, List<FoundTag> hashtags) {
        List<Word> words = new ArrayList<>();
        var word = WORD.matcher(text);
        while (word.find()) {
            if (hashtags.stream().noneMatch(tag -> tag.overlaps(word.start(), word.end()))) {
                words.add(new Word(
                        word.start(),
                        withoutQuotation(text, word.end()),
                        ONE_CHARACTER.matcher(word.group()).matches()));
            }
        }
        return words;
    }

    /** Where a word ends that may stand in single quotation marks, the closing one of which looks like an apostrophe. */
    private static int withoutQuotation(String text, int end) {
        int last = end;
        while (APOSTROPHES.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    /**
     * Those that begin with a word.
     *
     * @param start where: at its first letter or, in {@code l'escalade}, behind what is put before it
     */
    private void collect(String text, List<Word> words, int first, int start, NameIndex names) {
        int spaced = 0;
        boolean opened = false;
        String key = "";
        for (int last = first; last < words.size(); last++) {
            Word word = words.get(last);
            if (last > first && !stands(JOINT, text, words.get(last - 1).end(), word.start())) {
                opened = stands(OPENING, text, words.get(last - 1).end(), word.start());
                if (!opened) {
                    return;
                }
            }
            spaced += word.unspaced() ? 0 : 1;
            if ((spaced > MOST_WORDS || last - first >= MOST_CHARACTERS) && !names.isBeginning(key)) {
                return;
            }
            String written = text.substring(start, word.end());
            String name = Folding.fold(written);
            key = TagName.keyOf(name);
            boolean closes = opened && text.startsWith(")", word.end());
            if (isTelling(name, last - first + 1 - spaced, spaced)
                    && opened == closes
                    && !Stems.isLookalike(written, name)) {
                phrases.add(new Phrase(key, name, start, closes ? word.end() + 1 : word.end()));
            }
        }
    }

    private static boolean stands(Pattern pattern, String text, int from, int to) {
        return pattern.matcher(text).region(from, to).matches();
    }

    private static boolean isTelling(String name, int characters, int spaced) {
        return name.codePointCount(0, name.length()) <= TagName.LONGEST
                && name.codePoints().anyMatch(Character::isLetter)
                && (characters > 1 || (spaced > 0 && (name.length() >= SHORTEST || name.endsWith("#"))));
    }

    /** The keys of the phrases as they are written. */
    Set<String> keys() {
        return phrases.stream().map(Phrase::key).collect(Collectors.toSet());
    }

    /**
     * The keys of those that say nothing by themselves in one of these languages, such as {@code with the}.
     *
     * @param languages where there are none it may be any of the best known
     * @param asked of which phrases to tell: of most in a text nobody needs to know
     */
    Set<String> fillers(Collection<String> languages, Set<String> asked) {
        List<Stems> spoken = (languages.isEmpty() ? Stems.WITH_OTHER_FORMS : languages)
                .stream().flatMap(language -> Stems.of(language).stream()).toList();
        return phrases.stream()
                .filter(phrase ->
                        asked.contains(phrase.key()) && spoken.stream().anyMatch(stems -> stems.isFilling(phrase.name)))
                .map(Phrase::key)
                .collect(Collectors.toSet());
    }

    /**
     * The phrases with other endings: by the key of each the keys of the names that have its stem.
     *
     * @param languages in which the text may be written, without regions
     */
    Map<String, Set<String>> inflected(Collection<String> languages, NameIndex names) {
        Map<String, Set<String>> inflected = new HashMap<>();
        for (String language : languages) {
            Stems.of(language).map(Stems::remembering).ifPresent(stems -> {
                for (Phrase phrase : phrases) {
                    if (stems.meansNothing(phrase.name)) {
                        meaningNothing.add(phrase);
                        continue;
                    }
                    stems.ofPhrase(phrase.name).stream()
                            .flatMap(stem -> names.withStem(language, stem).stream())
                            .forEach(key -> inflected
                                    .computeIfAbsent(phrase.key, phraseKey -> new TreeSet<>())
                                    .add(key));
                }
            });
        }
        return inflected;
    }

    /** All that lead to a tag. */
    List<FoundTag> leadingTo(Map<String, KnownTag> known) {
        return phrases.stream()
                .filter(phrase ->
                        known.containsKey(phrase.key) && meaningNothing.stream().noneMatch(phrase::isRatherPartOf))
                .flatMap(phrase -> Stream.ofNullable(known.get(phrase.key)).map(phrase::as))
                .toList();
    }

    /** Of these the longest first, each tag once, none inside another, nor inside one that is found elsewhere. */
    static List<FoundTag> fewOf(Collection<FoundTag> all) {
        List<FoundTag> longest = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparingInt(FoundTag::length).reversed())
                .filter(phrase -> longest.stream().noneMatch(phrase::overlaps))
                .forEach(longest::add);
        Set<String> seen = new HashSet<>();
        return longest.stream()
                .filter(phrase -> seen.add(phrase.tag().name()))
                .limit(MOST_FOUND)
                .toList();
    }

    /**
     * A word of the text.
     *
     * @param unspaced whether it is one character of a script that writes without spaces
     */
    private record Word(int start, int end, boolean unspaced) {}

    private record Phrase(String key, String name, int start, int end) {

        boolean isRatherPartOf(Phrase other) {
            return start < other.end
                    && other.start < end
                    && other.end - other.start >= end - start
                    && (start != other.start || end != other.end);
        }

        FoundTag as(KnownTag tag) {
            return FoundTag.phrase(tag, start, end);
        }
    }
}

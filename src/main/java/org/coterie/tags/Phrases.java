package org.coterie.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The runs of words in a text that could be a tag, and those of them that are. */
final class Phrases {

    /** Of scripts that write without spaces, each character is a word here. */
    private static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    private static final Pattern WORD = Pattern.compile("""
            [%1$s&&\\p{L}ー]\\p{M}*\
            |(?:(?<![^\\s(])\\.)?[\\p{L}\\p{N}&&[^%1$s]][\\p{L}\\p{N}\\p{M}\\u200C\\u200D'’&&[^%1$s]]*(?:\\+{1,2}|\\#)?""".formatted(UNSPACED));

    private static final Pattern ONE_CHARACTER = Pattern.compile("[" + UNSPACED + "]\\p{M}*");

    /** What may stand between two words of one phrase: a space or a hyphen, but not the end of a sentence. */
    private static final Pattern JOINT = Pattern.compile("\\s{0,3}|\\s?[-‐‑–_/&·]\\s?|\\.");

    private static final int MOST_WORDS = 4;
    private static final int MOST_CHARACTERS = 8;

    /** A shorter single word is rather a filler than a tag. */
    private static final int SHORTEST = 3;

    /** The vital few: a text that mentions everything says little. */
    private static final int MOST_FOUND = 10;

    private final List<Phrase> phrases = new ArrayList<>();
    private final Denials denials;

    /**
     * @param hashtags where these stand nothing else is looked for
     * @param denials what the text denies is no phrase of it
     */
    Phrases(String text, List<FoundTag> hashtags, Denials denials) {
        this.denials = denials;
        List<Word> words = wordsOf(text, hashtags);
        for (int first = 0; first < words.size(); first++) {
            collect(text, words, first);
        }
    }

    private static List<Word> wordsOf(String text, List<FoundTag> hashtags) {
        List<Word> words = new ArrayList<>();
        var word = WORD.matcher(text);
        while (word.find()) {
            if (hashtags.stream().noneMatch(tag -> tag.overlaps(word.start(), word.end()))) {
                words.add(new Word(
                        word.start(),
                        word.end(),
                        ONE_CHARACTER.matcher(word.group()).matches()));
            }
        }
        return words;
    }

    private void collect(String text, List<Word> words, int first) {
        int spaced = 0;
        for (int last = first; last < words.size() && last - first < MOST_CHARACTERS; last++) {
            Word word = words.get(last);
            if (last > first && !isJoint(text, words.get(last - 1).end(), word.start())) {
                return;
            }
            spaced += word.unspaced() ? 0 : 1;
            if (spaced > MOST_WORDS) {
                return;
            }
            int start = words.get(first).start();
            String name = Folding.fold(text.substring(start, word.end()));
            if (isTelling(name, last - first + 1 - spaced, spaced) && !denials.reach(start)) {
                phrases.add(new Phrase(TagName.keyOf(name), name, start, word.end()));
            }
        }
    }

    private static boolean isJoint(String text, int from, int to) {
        return JOINT.matcher(text).region(from, to).matches();
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
     * The phrases with other endings: by the key of each the keys of the names that have its stem.
     *
     * @param languages in which the text may be written, without regions
     */
    Map<String, Set<String>> inflected(Collection<String> languages, NameIndex names) {
        Map<String, Set<String>> inflected = new HashMap<>();
        for (String language : languages) {
            Stems.of(language).map(Stems::remembering).ifPresent(stems -> {
                for (Phrase phrase : phrases) {
                    String stem = stems.ofName(phrase.name);
                    Set<String> keys = stem.isEmpty() ? Set.of() : names.withStem(language, stem);
                    if (!keys.isEmpty()) {
                        inflected
                                .computeIfAbsent(phrase.key, key -> new TreeSet<>())
                                .addAll(keys);
                    }
                }
            });
        }
        return inflected;
    }

    /** The longest first, each tag once, none inside another. */
    List<FoundTag> among(Map<String, KnownTag> known) {
        List<Phrase> found = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        phrases.stream()
                .sorted(Comparator.comparingInt(Phrase::length).reversed().thenComparingInt(Phrase::start))
                .forEach(phrase -> {
                    KnownTag tag = known.get(phrase.key());
                    if (tag != null && found.stream().noneMatch(phrase::overlaps) && seen.add(tag.id())) {
                        found.add(phrase);
                    }
                });
        return found.stream()
                .limit(MOST_FOUND)
                .flatMap(phrase -> Optional.ofNullable(known.get(phrase.key())).map(phrase::as).stream())
                .toList();
    }

    /**
     * A word of the text.
     *
     * @param unspaced whether it is one character of a script that writes without spaces
     */
    private record Word(int start, int end, boolean unspaced) {}

    private record Phrase(String key, String name, int start, int end) {

        int length() {
            return end - start;
        }

        boolean overlaps(Phrase other) {
            return start < other.end && other.start < end;
        }

        FoundTag as(KnownTag tag) {
            return FoundTag.phrase(tag, start, end);
        }
    }
}

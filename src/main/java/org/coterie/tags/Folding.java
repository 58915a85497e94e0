package org.coterie.tags;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes one of the many ways to write a name. Compatibility forms and case fold as Unicode says, Latin letters lose their
 * diacritics, camel case and whatever else stands between words becomes a single hyphen; other scripts stay as they are.
 */
final class Folding {

    /**
     * Where camel case begins a word: a capital after a small letter, or the last capital of an acronym that begins one.
     * A single letter is no word, so {@code iOS}, {@code PhD} and {@code NGOs} stay whole.
     */
    private static final Pattern CAMEL = Pattern.compile("""
            (?<=[\\p{L}\\p{M}\\p{N}][\\p{Ll}\\p{M}])(?=\\p{Lu}\\p{M}*+[\\p{L}\\p{N}])\
            |(?<=[\\p{L}\\p{M}\\p{N}]\\p{Lu})(?=\\p{Lu}\\p{Ll}[\\p{L}\\p{M}])""");

    /** Dropped without parting a word: children's is one word. */
    private static final String APOSTROPHES = "'’‘ʼʻ`´׳״";

    /** Latin letters with a stroke or two in one, which Unicode does not take apart. */
    private static final Map<Integer, String> PLAIN_LATIN = Map.of(
            (int) 'ø', "o",
            (int) 'ł', "l",
            (int) 'đ', "d",
            (int) 'ħ', "h",
            (int) 'ŧ', "t",
            (int) 'æ', "ae",
            (int) 'œ', "oe",
            (int) 'þ', "th",
            (int) 'ð', "d");

    private Folding() {}

    /** Folded once more it stays as it is; empty where there is neither letter nor digit. */
    static String fold(String written) {
        String shown = isPlain(written) ? written : Normalizer.normalize(visible(written), Form.NFKC);
        String split = mayHaveHumps(shown) ? CAMEL.matcher(shown).replaceAll("-") : shown;
        String folded = foldOnce(split);
        // dropping a character may bring two together that Unicode then joins
        for (String again = foldOnce(folded); !again.equals(folded); again = foldOnce(folded)) {
            folded = again;
        }
        return folded;
    }

    /** Whether there is nothing but what is seen of ASCII, as nearly always: of that most steps change nothing. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether a capital stands behind two other characters. */
    private static boolean mayHaveHumps(String text) {
        for (int i = 2; i < text.length(); i++) {
            if (text.charAt(i) > '~' || (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z')) {
                return true;
            }
        }
        return false;
    }

    private static String foldOnce(String text) {
        if (isPlain(text)) {
            return hyphenated(text.toLowerCase(Locale.ROOT));
        }
        String caseless = caseless(Normalizer.normalize(text, Form.NFKC));
        return Normalizer.normalize(hyphenated(plainLatin(visible(caseless))), Form.NFC);
    }

    /** Without what cannot be seen: controls, bidi marks, joiners, fillers, halves of characters. */
    static String visible(String text) {
        var seen = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c)) {
                seen.append(' ');
            } else if (!isInvisible(c)) {
                seen.appendCodePoint(c);
            }
        });
        return seen.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default ->
                // grapheme joiner, Hangul fillers, Khmer and Mongolian signs, variation selectors
                c == 0x034F
                        || c == 0x115F
                        || c == 0x1160
                        || c == 0x3164
                        || c == 0xFFA0
                        || (c >= 0x17B4 && c <= 0x17B5)
                        || (c >= 0x180B && c <= 0x180F)
                        || (c >= 0xFE00 && c <= 0xFE0F)
                        || (c >= 0xE0100 && c <= 0xE01EF);
        };
    }

    /** Full case folding: ß is ss, a final sigma a sigma, and dotted or not an i is an i. */
    private static String caseless(String text) {
        return text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }

    private static String plainLatin(String text) {
        var plain = new StringBuilder(text.length());
        boolean afterLatin = false;
        for (int c : Normalizer.normalize(text, Form.NFD).codePoints().toArray()) {
            if (isMark(c)) {
                if (!afterLatin) {
                    plain.appendCodePoint(c);
                }
                continue;
            }
            UnicodeScript script = UnicodeScript.of(c);
            afterLatin = script == UnicodeScript.LATIN || script == UnicodeScript.COMMON;
            String letters = PLAIN_LATIN.get(c);
            if (letters == null) {
                plain.appendCodePoint(c);
            } else {
                plain.append(letters);
            }
        }
        return Normalizer.normalize(plain, Form.NFC);
    }

    private static String hyphenated(String text) {
        int[] all = text.codePoints().toArray();
        var name = new StringBuilder(all.length);
        boolean parted = false;
        boolean touching = false; // whether the character before was kept
        for (int i = 0; i < all.length; i++) {
            int c = all[i] == '♯' ? '#' : all[i];
            if (isWord(c)
                    || (isMark(c) && touching)
                    || (isSign(c) && touching && endsWord(all, i))
                    || opens(all, i, name)) {
                if (parted && !name.isEmpty()) {
                    name.append('-');
                }
                name.appendCodePoint(c);
                parted = false;
                touching = true;
            } else {
                parted |= APOSTROPHES.indexOf(c) < 0 && !isMark(c);
                touching = false;
            }
        }
        return name.codePoints().anyMatch(Folding::isWord) ? name.toString() : "";
    }

    /** {@code c++} and {@code f#} mean something else than {@code c} and {@code f}; in {@code a+b} it only parts. */
    private static boolean endsWord(int[] all, int from) {
        boolean sharp = false;
        int next = from;
        while (next < all.length && (isSign(all[next]) || all[next] == '♯')) {
            sharp |= all[next] != '+';
            next++;
        }
        return next == all.length || !(Character.isLetter(all[next]) || (sharp && isWord(all[next])));
    }

    /** The point of {@code .net}, at the beginning only. */
    private static boolean opens(int[] all, int i, CharSequence name) {
        return all[i] == '.'
                && name.isEmpty()
                && (i == 0 || all[i - 1] != '.')
                && i + 1 < all.length
                && Character.isLetter(all[i + 1]);
    }

    private static boolean isSign(int c) {
        return c == '+' || c == '#';
    }

    static boolean isWord(int c) {
        return APOSTROPHES.indexOf(c) < 0
                && (Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.LETTER_NUMBER
                        || Character.getType(c) == Character.OTHER_NUMBER);
    }

    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}

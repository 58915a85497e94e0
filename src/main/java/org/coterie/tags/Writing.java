package org.coterie.tags;

import java.util.regex.Pattern;

/**
 * How well one of the ways to write a tag reads: nothing but words, words apart, no shouting, accents where the word has them.
 *
 * @param quality more is better; only its order means anything
 */
record Writing(int quality) {

    private static final Pattern GLUED = Pattern.compile("[_\\-]|\\p{Ll}\\p{Lu}");
    private static final Pattern SHOUTED = Pattern.compile("[^\\p{Ll}]*\\p{Lu}[^\\p{Ll}]{4,}");
    private static final Pattern ORNATE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Z}\\u200C\\u200D'’.,:/&+#()\\-_]");
    private static final int PLAIN = 16;
    private static final int WORDS_APART = 8;
    private static final int NOT_SHOUTED = 4;
    private static final int ACCENTED = 2;
    private static final int CAPITAL = 1;

    static Writing of(String label) {
        int quality = 0;
        if (!ORNATE.matcher(label).find()) {
            quality += PLAIN;
        }
        if (!GLUED.matcher(label).find()) {
            quality += WORDS_APART;
        }
        if (!SHOUTED.matcher(label).matches()) {
            quality += NOT_SHOUTED;
        }
        if (label.codePoints().anyMatch(c -> c > 127 && Character.isLetter(c))) {
            quality += ACCENTED;
        }
        if (Character.isUpperCase(label.codePointAt(0))) {
            quality += CAPITAL;
        }
        return new Writing(quality);
    }

    boolean readsBetterThan(Writing other) {
        return quality > other.quality;
    }
}

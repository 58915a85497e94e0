package org.coterie.tags;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** One of the ways to write a tag, and how well it reads: nothing but words, words apart, no shouting. */
record Writing(String label) {

    private static final Pattern GLUE = Pattern.compile("[_\\-]|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern SHOUTED = Pattern.compile("[^\\p{Ll}]*\\p{Lu}[^\\p{Ll}]{4,}");
    private static final Pattern ORNATE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Z}\\u200C\\u200D'’.,:/&+#()\\-_]");
    private static final int PLAIN = 8;
    private static final int WORDS_APART = 4;
    private static final int NOT_SHOUTED = 2;
    private static final int CAPITAL = 1;

    private int quality() {
        return (isPlain() ? PLAIN : 0)
                + (GLUE.matcher(label).find() ? 0 : WORDS_APART)
                + (SHOUTED.matcher(label).matches() ? 0 : NOT_SHOUTED)
                + (Character.isUpperCase(label.codePointAt(0)) ? CAPITAL : 0);
    }

    /** Without pictures, and in the letters that everybody types. */
    private boolean isPlain() {
        return !ORNATE.matcher(label).find() && Normalizer.isNormalized(label, Form.NFKC);
    }

    /** What is written, however it is set. */
    String words() {
        return GLUE.matcher(label).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Whether it reads better and is the same words; others only where that one is ornate. */
    boolean improves(Writing other) {
        return quality() > other.quality() && (!other.isPlain() || words().equals(other.words()));
    }
}

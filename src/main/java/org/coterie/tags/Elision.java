package org.coterie.tags;

import java.util.Optional;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;

/** What French puts before a word without a space: {@code l'} of {@code l'escalade}. By the list of Lucene's analyser. */
final class Elision {

    private static final String APOSTROPHES = "'’ʼ";

    /** No longer one is known: {@code puisqu'}. */
    private static final int LONGEST = 7;

    private Elision() {}

    /** The word itself of what somebody has begun to write; empty where nothing is put before it. */
    static Optional<String> bare(String written) {
        int start = 0;
        while (start < written.length() && !Character.isLetter(written.charAt(start))) {
            start++;
        }
        // the word may be one letter as yet
        int bare = behind(written, start, written.length() + 1);
        return bare == start ? Optional.empty() : Optional.of(written.substring(bare));
    }

    /** Where in a text the word itself begins; at its start where nothing is put before it. */
    static int behind(String text, int start, int end) {
        for (int at = start + 1; at < Math.min(end - 1, start + LONGEST + 1); at++) {
            if (APOSTROPHES.indexOf(text.charAt(at)) >= 0) {
                return FrenchAnalyzer.DEFAULT_ARTICLES.contains(text.substring(start, at)) ? at + 1 : start;
            }
        }
        return start;
    }
}

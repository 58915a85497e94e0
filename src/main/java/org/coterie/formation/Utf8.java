package org.coterie.formation;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** How long words are in an answer. */
final class Utf8 {

    /** Quotes and a comma. */
    private static final int AROUND = 3;

    private Utf8() {}

    static int bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8).length;
    }

    static int bytes(List<String> words) {
        return words.stream().mapToInt(word -> AROUND + bytes(word)).sum();
    }
}

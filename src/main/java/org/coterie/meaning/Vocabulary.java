package org.coterie.meaning;

import com.fasterxml.jackson.databind.ObjectMapper;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Set;

/** The 30 522 words, and pieces of words, that the model knows; some 20 000 are whole words of English. Read once. */
final class Vocabulary {

    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    private final Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();

    private Vocabulary() throws IOException {
        ids.defaultReturnValue(-1);
        try (InputStream tokenizer = Vocabulary.class.getResourceAsStream(TOKENIZER)) {
            if (tokenizer == null) {
                throw new FileNotFoundException(TOKENIZER);
            }
            for (var piece :
                    new ObjectMapper().readTree(tokenizer).at("/model/vocab").properties()) {
                ids.put(piece.getKey(), piece.getValue().intValue());
            }
        }
    }

    private static final class Once {
        static final Vocabulary VOCABULARY = read();

        private static Vocabulary read() {
            try {
                return new Vocabulary();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    static Vocabulary get() {
        return Once.VOCABULARY;
    }

    /** The number of this piece, or -1. A piece that does not begin its word is written with {@code ##} before it. */
    int id(String piece) {
        return ids.getInt(piece);
    }

    /** All words and pieces. */
    Set<String> words() {
        return Collections.unmodifiableSet(ids.keySet());
    }

    /** Whether this is a word that the model knows as a whole; a misspelt one hardly ever is. */
    boolean isWord(String word) {
        return ids.containsKey(word);
    }
}

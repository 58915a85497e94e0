package org.coterie.tags;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Words that come along, one line for what belongs together. */
final class WordFiles {

    private WordFiles() {}

    /** The lines of a resource, without blank ones and those that begin with {@code #}. */
    static Stream<String> lines(String path) {
        InputStream resource = Objects.requireNonNull(WordFiles.class.getResourceAsStream(path), path);
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

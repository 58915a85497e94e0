package org.coterie.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** All kinds of problems there are, as {@code problems.properties} lists them. */
public final class ProblemKinds {

    private static final String LIST = "/problems.properties";

    private ProblemKinds() {}

    /** In the order of their codes. */
    public static List<ProblemKind> all() {
        var list = new Properties();
        try (var in = Objects.requireNonNull(ProblemKinds.class.getResourceAsStream(LIST));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            list.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list.stringPropertyNames().stream()
                .sorted()
                .map(code -> read(code, list.getProperty(code)))
                .toList();
    }

    /** A line: the statuses, then the meaning. */
    private static ProblemKind read(String code, String line) {
        int space = line.indexOf(' ');
        List<Integer> statuses = Stream.of(line.substring(0, space).split(",", -1))
                .map(Integer::valueOf)
                .toList();
        return new ProblemKind(code, ProblemView.typeOf(code), statuses, line.substring(space + 1));
    }
}

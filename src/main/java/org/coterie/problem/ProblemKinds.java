package org.coterie.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.coterie.language.Text;

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

    private static ProblemKind read(String code, String statuses) {
        return new ProblemKind(
                code,
                ProblemView.typeOf(code),
                Stream.of(statuses.split(",", -1)).map(Integer::valueOf).toList(),
                new Text(code + ".meaning"));
    }
}

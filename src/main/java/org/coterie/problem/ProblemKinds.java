package org.coterie.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.coterie.language.Text;

/** All kinds of problems there are, as {@code problems.properties} lists them. */
public final class ProblemKinds {

    private static final String LIST = "/problems.properties";

    /** The code of one place; its problem is a 400. */
    private static final String IN_ERRORS = "errors";

    private static final int INVALID = 400;

    private ProblemKinds() {}

    /** In the order of their codes; also those that only stand in {@code errors}. */
    public static List<ProblemKind> all() {
        var list = listed();
        return list.stringPropertyNames().stream()
                .sorted()
                .map(code -> read(code, list.getProperty(code)))
                .toList();
    }

    /** Those that are the code of a problem itself. */
    public static List<ProblemKind> ofProblems() {
        var list = listed();
        return all().stream()
                .filter(kind -> !list.getProperty(kind.code()).equals(IN_ERRORS))
                .toList();
    }

    private static Properties listed() {
        var list = new Properties();
        try (var in = Objects.requireNonNull(ProblemKinds.class.getResourceAsStream(LIST));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            list.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list;
    }

    private static ProblemKind read(String code, String where) {
        List<String> all = List.of(where.split(",", -1));
        List<Integer> statuses = all.stream()
                .filter(one -> !one.equals(IN_ERRORS))
                .map(Integer::valueOf)
                .toList();
        return new ProblemKind(
                code,
                ProblemView.typeOf(code),
                statuses.isEmpty() ? List.of(INVALID) : statuses,
                all.contains(IN_ERRORS),
                new Text(code + ".meaning"));
    }
}

package org.coterie.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.coterie.language.Text;

/** All kinds of problems there are, as {@code problems.properties} lists them. */
public final class ProblemKinds {

    private static final String LIST = "/problems.properties";

    /** The code of one place; its problem is a 400. */
    private static final String IN_ERRORS = "errors";

    /** The code of a line of an import, which is answered with whatever else became of it. */
    private static final String IN_LINES = "lines";

    private static final Set<String> PLACES = Set.of(IN_ERRORS, IN_LINES);

    private static final int INVALID = 400;

    private ProblemKinds() {}

    /** In the order of their codes; also those that only stand in {@code errors}, of a problem or of an import. */
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
                .filter(kind -> !PLACES.contains(list.getProperty(kind.code())))
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
                .filter(one -> !PLACES.contains(one))
                .map(Integer::valueOf)
                .toList();
        return new ProblemKind(
                code,
                ProblemView.typeOf(code),
                where.equals(IN_ERRORS) ? List.of(INVALID) : statuses,
                !Collections.disjoint(all, PLACES),
                new Text(code + ".meaning"));
    }
}

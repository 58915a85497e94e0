package org.coterie.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coterie.matching.Chart.Axis;
import org.coterie.matching.Chart.Point;
import org.coterie.matching.Chart.Style;

/**
 * Draws what was measured: groups by size, quality and cost against the number of people. A family of methods has a
 * colour; dots are what it finds, a full line what is cut to size, dashes what is repaired.
 */
final class Picture {

    private static final String DOTS = "2 4";
    private static final String DASHES = "8 5";

    private static final Map<String, Style> STYLES = new LinkedHashMap<>();

    static {
        STYLES.put("random", new Style("#999999", "", 1.5));
        STYLES.put("planted, repaired", new Style("#009e73", DASHES, 2));
        STYLES.put("Leiden, as found", new Style("#e69f00", DOTS, 2));
        STYLES.put("Leiden, cut to size", new Style("#e69f00", "", 2));
        STYLES.put("Leiden, repaired", new Style("#e69f00", DASHES, 2));
        STYLES.put("Timefold", new Style("#cc79a7", "", 2));
        STYLES.put("ego-splitting, as found", new Style("#0072b2", DOTS, 2));
        STYLES.put("ego-splitting, cut to size", new Style("#0072b2", "", 2));
        STYLES.put("ego-splitting, repaired", new Style("#0072b2", DASHES, 2));
        STYLES.put(Methods.OURS, new Style("#000000", "", 3.5));
    }

    /** Larger groups are drawn as if they were of this size. */
    private static final int LARGEST = FormationRules.LARGEST_GROUP + 1;

    private static final int LEGEND = 100;

    private final List<Row> rows;

    private Picture(List<Row> rows) {
        this.rows = rows;
    }

    /** Draws all rows into a file of SVG. */
    static void draw(List<Row> rows, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, new Picture(rows).svg());
    }

    private String svg() {
        int width = 2 * Chart.WIDTH;
        int height = 2 * Chart.HEIGHT + LEGEND;
        return Chart.element("""
                        <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' \
                        font-family='sans-serif' font-size='12'><rect width='%d' height='%d' fill='white'/>
                        """, width, height, width, height, width, height)
                + String.join(
                        "\n",
                        sizes().svg(0, 0),
                        against("mF1: groups match the planted purposes", "mF1", Row::meanF1)
                                .svg(Chart.WIDTH, 0),
                        against("Omega: the right people are together", "Omega", Row::omega)
                                .svg(0, Chart.HEIGHT),
                        cost().svg(Chart.WIDTH, Chart.HEIGHT),
                        legend())
                + "\n</svg>\n";
    }

    private Chart sizes() {
        int people = rows.stream()
                .filter(row -> row.method().equals(Methods.LEIDEN))
                .mapToInt(Row::people)
                .max()
                .orElse(rows.get(rows.size() - 1).people());
        List<Double> marks = IntStream.rangeClosed(2, LARGEST)
                .mapToObj(size -> (double) size)
                .toList();
        var names = new ArrayList<String>();
        marks.forEach(size -> names.add(size < LARGEST ? "%.0f".formatted(size) : "more"));
        var chart = new Chart(
                String.format(Locale.ROOT, "Groups by size, of %,d people", people),
                new Axis("people in a group", false, 2, LARGEST, marks, names),
                tenths("share of the groups", 0.7));
        for (var row : rows) {
            if (row.people() == people && !row.method().contains("cut to size")) {
                add(chart, row.method(), bySize(row.run().formed().groups()));
            }
        }
        return chart;
    }

    private static List<Point> bySize(Circles groups) {
        var counted = new int[LARGEST + 1];
        for (int g = 0; g < groups.count(); g++) {
            counted[Math.min(LARGEST, groups.size(g))]++;
        }
        return IntStream.rangeClosed(2, LARGEST)
                .mapToObj(size -> new Point(size, (double) counted[size] / groups.count()))
                .toList();
    }

    private Chart against(String title, String label, ToDoubleFunction<Row> figure) {
        var chart = new Chart(title, people(), tenths(label, 1));
        addAll(chart, rows, figure);
        return chart;
    }

    private Chart cost() {
        List<Double> marks = List.of(0.01, 0.1, 1.0, 10.0, 100.0, 1_000.0);
        var chart = new Chart(
                "Cost: processor time",
                people(),
                new Axis("seconds", true, 0.01, 1_000, marks, List.of("0.01", "0.1", "1", "10", "100", "1,000")));
        addAll(
                chart,
                rows.stream().filter(row -> !row.method().startsWith("planted")).toList(),
                row -> row.run().cpu());
        return chart;
    }

    private static void addAll(Chart chart, List<Row> rows, ToDoubleFunction<Row> figure) {
        rows.stream()
                .collect(Collectors.groupingBy(Row::method, LinkedHashMap::new, Collectors.toList()))
                .forEach((method, of) -> add(
                        chart,
                        method,
                        of.stream()
                                .map(row -> new Point(row.people(), figure.applyAsDouble(row)))
                                .toList()));
    }

    private static void add(Chart chart, String method, List<Point> points) {
        Style style = STYLES.get(method);
        if (style != null) {
            chart.add(style, points);
        }
    }

    private Axis people() {
        List<Double> marks = rows.stream()
                .map(row -> (double) row.people())
                .distinct()
                .sorted()
                .toList();
        double least = marks.get(0);
        double most = marks.get(marks.size() - 1);
        return new Axis(
                "people",
                true,
                least / 1.5,
                most * 1.5,
                marks,
                marks.stream()
                        .map(mark -> String.format(Locale.ROOT, "%,.0f", mark))
                        .toList());
    }

    private static Axis tenths(String label, double to) {
        List<Double> marks = IntStream.rangeClosed(0, (int) Math.round(to * 10))
                .filter(tenth -> tenth % 2 == 0 || to < 1)
                .mapToObj(tenth -> tenth / 10.0)
                .toList();
        return new Axis(
                label,
                false,
                0,
                to,
                marks,
                marks.stream().map(mark -> "%.1f".formatted(mark)).toList());
    }

    private String legend() {
        var svg = new StringBuilder();
        int i = 0;
        for (var entry : STYLES.entrySet()) {
            int x = 20 + i % 5 * 188;
            int y = 2 * Chart.HEIGHT + 30 + i / 5 * 30;
            svg.append(Chart.stroke(entry.getValue(), Chart.element("%d,%d %d,%d", x, y, x + 30, y)));
            svg.append(Chart.element("<text x='%d' y='%d'>%s</text>", x + 36, y + 4, entry.getKey()));
            i++;
        }
        return svg.toString();
    }
}

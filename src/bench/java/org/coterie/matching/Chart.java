package org.coterie.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines over two axes, as a part of a picture in SVG. */
final class Chart {

    static final int WIDTH = 470;
    static final int HEIGHT = 330;

    private static final int LEFT = 62;
    private static final int RIGHT = WIDTH - 14;
    private static final int TOP = 34;
    private static final int BOTTOM = HEIGHT - 46;

    private final String title;
    private final Axis across;
    private final Axis up;
    private final List<Line> lines = new ArrayList<>();

    /**
     * One direction of a chart.
     *
     * @param label what is measured, with its unit
     * @param logarithmic whether equal steps are equal ratios
     * @param from where it begins, above 0 if it is logarithmic
     * @param to where it ends
     * @param marks where it is marked
     * @param names what stands at the marks
     */
    record Axis(String label, boolean logarithmic, double from, double to, List<Double> marks, List<String> names) {

        /** 0 to 1 along the axis; what is beyond an end is shown there. */
        double at(double value) {
            double part = logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
            return Math.max(0, Math.min(1, part));
        }
    }

    /**
     * How a line is drawn.
     *
     * @param colour as SVG writes it
     * @param dashes as SVG writes them; nothing for a full line
     * @param width in pixels
     */
    record Style(String colour, String dashes, double width) {}

    /** A point in the units of the axes. */
    record Point(double x, double y) {}

    private record Line(Style style, List<Point> points) {}

    Chart(String title, Axis across, Axis up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    void add(Style style, List<Point> points) {
        lines.add(new Line(style, List.copyOf(points)));
    }

    /** The chart, its upper left corner at that pixel. */
    String svg(int left, int top) {
        var svg = new StringBuilder(element(
                "<g transform='translate(%d,%d)'><text x='%d' y='18' font-weight='bold'>%s</text>",
                left, top, LEFT, title));
        for (int i = 0; i < up.marks().size(); i++) {
            double y = y(up.marks().get(i));
            svg.append(element("<path d='M%d %.1fH%d' stroke='#ddd'/>", LEFT, y, RIGHT));
            svg.append(element(
                    "<text x='%d' y='%.1f' text-anchor='end'>%s</text>",
                    LEFT - 6, y + 4, up.names().get(i)));
        }
        for (int i = 0; i < across.marks().size(); i++) {
            svg.append(element(
                    "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
                    x(across.marks().get(i)), BOTTOM + 17, across.names().get(i)));
        }
        svg.append(element("<path d='M%d %dV%dH%d' fill='none' stroke='#444'/>", LEFT, TOP, BOTTOM, RIGHT));
        svg.append(element(
                "<text x='%d' y='%d' text-anchor='middle'>%s</text>", (LEFT + RIGHT) / 2, BOTTOM + 36, across.label()));
        svg.append(element(
                "<text transform='translate(14,%d) rotate(-90)' text-anchor='middle'>%s</text>",
                (TOP + BOTTOM) / 2, up.label()));
        lines.forEach(line -> svg.append(drawn(line)));
        return svg.append("</g>").toString();
    }

    private String drawn(Line line) {
        String path = line.points().stream()
                .map(point -> element("%.1f,%.1f", x(point.x()), y(point.y())))
                .collect(Collectors.joining(" "));
        String dots = line.points().stream()
                .map(point -> element(
                        "<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>",
                        x(point.x()), y(point.y()), line.style().colour()))
                .collect(Collectors.joining());
        return stroke(line.style(), path) + dots;
    }

    /** A line through points, each written as two numbers with a comma in between. */
    static String stroke(Style style, String points) {
        return element(
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='%.1f' stroke-dasharray='%s'/>",
                points, style.colour(), style.width(), style.dashes());
    }

    private double x(double value) {
        return LEFT + across.at(value) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - up.at(value) * (BOTTOM - TOP);
    }

    static String element(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

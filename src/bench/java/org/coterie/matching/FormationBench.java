package org.coterie.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures formation, and what it is compared with, on planted people: {@code mvn -Pbench -Dpeople=1000,100000}. One
 * million people take {@code -Dheap=12g} and a quarter of an hour. The solver takes {@code -Dsolving=120} seconds, twice. What the columns mean is in {@link Score} and {@link Run}.
 */
final class FormationBench {

    private static final FormationRules RULES = new FormationRules(3, 12, 3, 1, PlantedPeople.COMMON_HOURS);

    private static final Path PICTURE = Path.of("target", "bench", "formation.svg");

    /** Of 0.05, 0.1, 0.15, 0.2 and 0.3 the one at which ego-splitting finds most again of what was planted, Leiden nearly. */
    private static final double RESOLUTION = 0.15;

    /** What more people hold is one of the popular tags. */
    private static final int COMMONEST = 2_000;

    /** With more people than this, the solver comes to nothing in its time. */
    private static final int LARGEST_SOLVED = 1_000;

    private static final Duration SOLVING = Duration.ofSeconds(Integer.getInteger("solving", 120));

    private FormationBench() {}

    /** Takes the sizes, with commas in between. */
    public static void main(String[] args) throws IOException {
        var few = new PlantedPeople(2_000, 3);
        for (var method : methods(few)) { // the compiler warms up
            Run.of(method, few.population(RULES.groupsPerPerson()), RULES);
        }
        List<Row> rows = new ArrayList<>();
        for (String size : args[0].split(",", -1)) {
            List<Row> measured = rows(new PlantedPeople(Integer.parseInt(size), 1));
            print(measured);
            rows.addAll(measured);
        }
        Picture.draw(rows, PICTURE);
        print("%nThe picture is %s.%n", PICTURE);
    }

    private static List<Row> rows(PlantedPeople planted) {
        var population = planted.population(RULES.groupsPerPerson());
        List<Row> rows = new ArrayList<>();
        for (var method : methods(planted)) {
            for (var run : Run.of(method, population, RULES)) {
                var groups = run.formed().groups();
                rows.add(new Row(
                        planted.people(),
                        run,
                        Score.of(new Index(population, RULES), RULES, run.formed(), planted::mayMeet),
                        Recovery.meanF1(planted, groups, RULES.minSize()),
                        Recovery.f1OfPurposes(planted, groups, RULES.minSize()),
                        Recovery.omega(planted, groups)));
            }
        }
        return rows;
    }

    private static void print(List<Row> rows) {
        double leiden = rows.stream()
                .filter(row -> row.method().equals(Methods.LEIDEN))
                .mapToDouble(row -> row.run().cpu())
                .findAny()
                .orElse(Double.NaN);
        print("""

                %,d people

                | method | groups | coverage | outside sizes | infeasible | purity | mF1 | F1 of purposes | Omega | affinity | affinity each \
                | cosine | want to move | CPU s | of Leiden's | heap MB |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                """, rows.get(0).people());
        for (var row : rows) {
            var score = row.score();
            print(
                    "| %s | %,d | %.4f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %s | %.2f | %s | %.1f |%n",
                    row.method(),
                    score.groups(),
                    score.coverage(),
                    score.outsideSizes(),
                    score.infeasible(),
                    score.purity(),
                    row.meanF1(),
                    row.f1OfPurposes(),
                    row.omega(),
                    score.affinity(),
                    score.affinityEach(),
                    score.cosine(),
                    orNothing(4, score.restless()),
                    row.run().cpu(),
                    orNothing(2, row.run().cpu() / leiden),
                    row.run().heap());
        }
    }

    private static List<Method> methods(PlantedPeople planted) {
        List<Method> methods = new ArrayList<>();
        methods.add(Methods.truth(planted));
        methods.add(Methods.random());
        methods.addAll(Methods.graphs(RESOLUTION, COMMONEST));
        if (planted.people() <= LARGEST_SOLVED) {
            methods.add(Methods.solver(SOLVING));
        }
        methods.add(Methods.ours());
        return methods;
    }

    private static String orNothing(int digits, double figure) {
        return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", figure);
    }

    private static void print(String format, Object... figures) {
        System.out.printf(Locale.ROOT, format, figures);
        System.out.flush();
    }
}

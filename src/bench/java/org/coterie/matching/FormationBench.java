package org.coterie.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures formation, and what it is compared with, on planted people: {@code mvn -Pbench -Dpeople=1000,100000}. One
 * million people take {@code -Dheap=6g}, some minutes, and no graph. What the columns mean is in {@link Score} and {@link Run}.
 */
final class FormationBench {

    private static final FormationRules RULES = new FormationRules(3, 12, 3, 1, PlantedPeople.COMMON_HOURS);

    /** With more people than this, the graph takes minutes. */
    private static final int LARGEST_GRAPH = 100_000;

    private FormationBench() {}

    /** Takes the sizes, with commas in between. */
    public static void main(String[] args) {
        for (var method : methods(new PlantedPeople(2_000, 3))) { // the compiler warms up
            Run.of(method, new PlantedPeople(2_000, 3).population(RULES.groupsPerPerson()), RULES);
        }
        for (String size : args[0].split(",", -1)) {
            measure(new PlantedPeople(Integer.parseInt(size), 1));
        }
    }

    private static void measure(PlantedPeople planted) {
        var population = planted.population(RULES.groupsPerPerson());
        List<Run> runs = new ArrayList<>();
        for (var method : methods(planted)) {
            runs.addAll(Run.of(method, population, RULES));
        }
        double leiden = runs.stream()
                .filter(run -> run.name().equals(Methods.LEIDEN))
                .mapToDouble(Run::cpu)
                .findAny()
                .orElse(Double.NaN);
        print("""

                %,d people

                | method | groups | coverage | outside sizes | infeasible | purity | mF1 | Omega | affinity | cosine \
                | want to move | CPU s | of Leiden's | heap MB |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                """, planted.people());
        var index = new Index(population, RULES);
        for (var run : runs) {
            var groups = run.formed().groups();
            var score = Score.of(index, RULES, run.formed(), planted::mayMeet);
            print(
                    "| %s | %,d | %.4f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %s | %.2f | %s | %.0f |%n",
                    run.name(),
                    score.groups(),
                    score.coverage(),
                    score.outsideSizes(),
                    score.infeasible(),
                    score.purity(),
                    Recovery.meanF1(planted, groups, RULES.minSize()),
                    Recovery.omega(planted, groups),
                    score.affinity(),
                    score.cosine(),
                    orNothing(4, score.restless()),
                    run.cpu(),
                    orNothing(2, run.cpu() / leiden),
                    run.heap());
        }
    }

    private static List<Method> methods(PlantedPeople planted) {
        List<Method> methods = new ArrayList<>();
        methods.add(Methods.truth(planted));
        methods.add(Methods.random());
        if (planted.people() <= LARGEST_GRAPH) {
            methods.addAll(Methods.graphs());
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

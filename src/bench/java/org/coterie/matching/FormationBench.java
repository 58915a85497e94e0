package org.coterie.matching;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures formation, and graph clustering next to it, on planted people: {@code mvn -Pbench -Dpeople=1000,100000}. One
 * million people take {@code -Dheap=6g}, some minutes, and no graph.
 *
 * <pre>
 * cpu, wall      seconds, from the finished population to the outcome
 * heap           MB that the population, the indexes and the books take at most
 * cosine         mean over memberships of the plain cosine of person and purpose; affinity: of {@link Affinity}
 * infeasible     groups whose members may not meet
 * restless       share of people who want to move
 * leiden         seconds of processor time, and what share of that formation took
 * </pre>
 */
final class FormationBench {

    private static final FormationRules RULES = new FormationRules(3, 12, 3, 1, PlantedPeople.COMMON_HOURS);

    /** With more people than this, the graph takes minutes. */
    private static final int LARGEST_GRAPH = 100_000;

    private FormationBench() {}

    /** Takes the sizes, with commas in between. */
    public static void main(String[] args) {
        Matching.form(new PlantedPeople(5_000, 3).population(3), RULES, progress -> {}); // the compiler warms up
        for (String size : args[0].split(",", -1)) {
            measure(new PlantedPeople(Integer.parseInt(size), 1));
        }
    }

    private static void measure(PlantedPeople planted) {
        double before = Meter.liveHeap();
        var population = planted.population(RULES.groupsPerPerson());
        var meter = new Meter();
        var outcome = Matching.form(population, RULES, progress -> {});
        double cpu = meter.cpu();
        double wall = meter.wall();
        var quality = outcome.quality();
        var groups = Circles.of(outcome);
        print(
                "%,9d people  cpu %.2f  wall %.2f  heap %.0f  groups %d  coverage %.4f  cosine %.4f  affinity %.4f  infeasible %d"
                        + "  purity %.3f  restless %.4f",
                planted.people(),
                cpu,
                wall,
                heap(population, before),
                groups.count(),
                quality.coverage(),
                Cosine.mean(population, outcome),
                quality.meanAffinity(),
                IntStream.range(0, groups.count())
                        .filter(g -> !planted.mayMeet(groups.members(g)))
                        .count(),
                quality.purity(),
                1 - quality.stability());
        printRecovery(planted, groups);
        if (planted.people() <= LARGEST_GRAPH) {
            meter = new Meter();
            var communities = new GraphClustering(new Index(population, RULES)).communities(RULES);
            double leiden = meter.cpu();
            print("  leiden %.2f  ratio %.2f  groups %d", leiden, cpu / leiden, communities.count());
            printRecovery(planted, communities);
        }
        print("%n");
    }

    /** The most that is alive at any tenth of a formation, in megabytes above what was before. */
    private static double heap(Population population, double before) {
        var most = new double[2];
        Matching.form(population, RULES, progress -> {
            if (progress >= most[1]) {
                most[0] = Math.max(most[0], Meter.liveHeap());
                most[1] = progress + 0.1;
            }
        });
        return most[0] - before;
    }

    private static void printRecovery(PlantedPeople planted, Circles groups) {
        print(
                "  mF1 %.4f  omega %.4f",
                Recovery.meanF1(planted, groups, RULES.minSize()), Recovery.omega(planted, groups));
    }

    private static void print(String format, Object... figures) {
        System.out.printf(Locale.ROOT, format, figures);
        System.out.flush();
    }
}

package org.coterie.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What came out of a step of a {@link Method}, and what it took from the finished population to there.
 *
 * @param name of the step
 * @param cpu seconds of processor time, the steps before included
 * @param heap megabytes that were alive at most, above what was before
 */
record Run(String name, Formed formed, double cpu, double heap) {

    /** Short work is done again until it has taken so many seconds, and the median counts. */
    private static final double LONG_ENOUGH = 4;

    private static final int MOST_TIMES = 9;

    /** Every step of a method, in its order. */
    static List<Run> of(Method method, Population population, FormationRules rules) {
        var steps = method.steps();
        var cpu = new double[steps.size()][MOST_TIMES];
        List<Formed> formed = List.of();
        int times = 0;
        for (double spent = 0; times == 0 || (times < MOST_TIMES && spent < LONG_ENOUGH); times++) {
            formed = new ArrayList<>();
            var given = new Given(population, rules);
            var before = Formed.NONE;
            var meter = new Meter();
            for (int s = 0; s < steps.size(); s++) {
                before = steps.get(s).work().form(given, before);
                formed.add(before);
                cpu[s][times] = meter.cpu();
            }
            spent += meter.cpu();
        }
        double[] heap = heap(steps, population, rules);
        List<Run> runs = new ArrayList<>();
        for (int s = 0; s < steps.size(); s++) {
            double[] ascending = Arrays.copyOf(cpu[s], times);
            Arrays.sort(ascending);
            runs.add(new Run(steps.get(s).name(), formed.get(s), ascending[times / 2], heap[s]));
        }
        return runs;
    }

    /** What is alive at most up to the end of each step, in a run of its own that is not timed. */
    private static double[] heap(List<Method.Step> steps, Population population, FormationRules rules) {
        var heap = new double[steps.size()];
        double begun = Meter.liveHeap();
        var given = new Given(population, rules);
        var before = new Formed[] {Formed.NONE};
        double most = 0;
        for (int s = 0; s < heap.length; s++) {
            var step = steps.get(s);
            double alive = Meter.mostAlive(() -> before[0] = step.work().form(given, before[0]));
            most = Math.max(most, alive - begun);
            heap[s] = most;
        }
        return heap;
    }
}

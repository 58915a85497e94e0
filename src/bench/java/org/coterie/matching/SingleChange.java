package org.coterie.matching;

import java.lang.ref.Reference;
import java.util.concurrent.TimeUnit;
import org.coterie.interests.PlantedHolders;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures what one change takes, in memory: {@code mvn -Pbench -Dmeasure=SingleChange -Dpeople=100000,1000000 -Dheap=4g}.
 * First how many bytes of heap a person is, then by JMH how long it takes, with its percentiles.
 */
final class SingleChange {

    private SingleChange() {}

    /** Takes how many people there are, with commas in between. */
    public static void main(String[] args) throws RunnerException {
        String[] sizes = args[0].split(",", -1);
        for (String size : sizes) {
            var planted = new PlantedInterests(Integer.parseInt(size));
            System.out.printf("%,d people in memory: %.0f bytes a person%n", planted.people(), bytes(planted));
        }
        new Runner(new OptionsBuilder()
                        .include("(HolderIndex|Newcomers|Answer)Bench")
                        .param("people", sizes)
                        .mode(Mode.SampleTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(3))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(5))
                        .build())
                .run();
    }

    /** What is alive on the heap for each person. */
    private static double bytes(PlantedInterests planted) {
        double before = Meter.liveHeap();
        var holders = new PlantedHolders(planted);
        try {
            return (Meter.liveHeap() - before) * 1e6 / planted.people();
        } finally {
            Reference.reachabilityFence(planted);
            Reference.reachabilityFence(holders);
        }
    }
}

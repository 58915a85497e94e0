package org.coterie.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Whether those who sit together have more in common than they are known to have: two in five interests of real people are
 * hidden, groups are formed by the others, and what is hidden is compared: {@code mvn -Pbench -Dmeasure=HiddenInterests
 * -Dpeople=folder}, where the folder has a file {@code people.ndjson.gz} in the format of an import. It needs no truth besides.
 */
final class HiddenInterests {

    private static final FormationRules RULES = new FormationRules(3, 8, 2, 1);

    private static final double HIDDEN = 0.4;

    /** As many pairs of any two tell what chance does. */
    private static final int CHANCES = 400_000;

    private final Map<String, Integer> holders = new HashMap<>();
    private final List<Set<String>> hidden = new ArrayList<>();
    private final Population population;
    private final double chance;

    private HiddenInterests(List<RealInterests> people) {
        var builder = Population.builder();
        Map<String, Integer> tags = new HashMap<>();
        var random = new Random(RULES.seed());
        for (var person : people) {
            int index = builder.person(RealInterests.key(person.handle()), 0, RULES.groupsPerPerson());
            Set<String> unknown = new HashSet<>();
            for (var interest : person.interests()) {
                holders.merge(interest.tag(), 1, Integer::sum);
                if (random.nextDouble() < HIDDEN) {
                    unknown.add(interest.tag());
                } else {
                    int tag = tags.computeIfAbsent(interest.tag(), name -> builder.tag(RealInterests.key(name)));
                    builder.interest(index, tag, interest.strength(), Stance.SHARE);
                }
            }
            hidden.add(unknown);
        }
        population = builder.build();
        chance = chance();
    }

    /** Takes the folder of a data set. */
    public static void main(String[] args) throws IOException {
        var people = Path.of(args[0]).resolve("people.ndjson.gz");
        if (!Files.exists(people)) {
            System.err.println("There is no " + people + ", so nothing is measured.");
            return;
        }
        new HiddenInterests(RealInterests.read(people)).measure();
    }

    private void measure() {
        measure(Methods.ours(), "");
        measure(Methods.random(), "");
        for (double resolution : RealPeople.RESOLUTIONS) {
            for (var method : Methods.graphs(resolution, RealPeople.commonest(hidden.size()))) {
                measure(method, " " + resolution);
            }
        }
    }

    /** Nothing is known that would keep two of them apart, so there is nothing to repair. */
    private void measure(Method method, String variant) {
        var given = new Given(population, RULES);
        var formed = Formed.NONE;
        for (var step : method.steps()) {
            formed = step.work().form(given, formed);
            if (!step.name().endsWith("found") && !step.name().endsWith("repaired")) {
                print(step.name() + variant, formed.groups());
            }
        }
    }

    /** Each person counts once, by the mean over those they sit with of whom anything is hidden. */
    private void print(String name, Circles groups) {
        var sum = new double[hidden.size()];
        var compared = new int[hidden.size()];
        for (int g = 0; g < groups.count(); g++) {
            int[] members = groups.members(g);
            for (int one : members) {
                for (int other : members) {
                    if (one != other && canBeCompared(one, other)) {
                        sum[one] += cosine(hidden.get(one), hidden.get(other));
                        compared[one]++;
                    }
                }
            }
        }
        double alike = 0;
        int seated = 0;
        for (int p = 0; p < sum.length; p++) {
            alike += compared[p] > 0 ? sum[p] / compared[p] : 0;
            seated += compared[p] > 0 ? 1 : 0;
        }
        long asked = hidden.stream().filter(unknown -> !unknown.isEmpty()).count();
        System.out.printf(
                Locale.ROOT,
                "%s: of %,d compared %.3f, times chance %.2f, of all %.2f%n",
                name,
                asked,
                (double) seated / asked,
                alike / seated / chance,
                alike / asked / chance);
    }

    private double chance() {
        var random = new Random(RULES.seed());
        double sum = 0;
        int compared = 0;
        for (int i = 0; i < CHANCES; i++) {
            int one = random.nextInt(hidden.size());
            int other = random.nextInt(hidden.size());
            if (one != other && canBeCompared(one, other)) {
                sum += cosine(hidden.get(one), hidden.get(other));
                compared++;
            }
        }
        return sum / compared;
    }

    private boolean canBeCompared(int one, int other) {
        return !hidden.get(one).isEmpty() && !hidden.get(other).isEmpty();
    }

    /** By rarity, as in {@link Rarity}. */
    private double cosine(Set<String> some, Set<String> others) {
        double shared =
                some.stream().filter(others::contains).mapToDouble(this::square).sum();
        double length = some.stream().mapToDouble(this::square).sum()
                * others.stream().mapToDouble(this::square).sum();
        return shared / Math.sqrt(length);
    }

    private double square(String tag) {
        double idf = Rarity.idf(holders.getOrDefault(tag, 1), hidden.size());
        return idf * idf;
    }
}

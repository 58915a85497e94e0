package org.coterie.matching;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Forms groups of the real people of a data set, by formation and by what it is compared with, and writes them, one a
 * line, for a scorer to hold against what happened: {@code mvn -Pbench -Dmeasure=RealPeople -Dpeople=folder}, where the
 * folder has a file {@code people.ndjson.gz} in the format of an import. Where it has pairs of friends, {@code
 * truth.csv.gz}, half of them are told to the formation once more, and the other half is written for the scorer. The data lies next to the project, never in it.
 */
final class RealPeople {

    private static final FormationRules RULES = new FormationRules(3, 8, 2, 1);

    /** No one resolution suits all sets, so there are three. */
    static final double[] RESOLUTIONS = {0.05, 0.15, 0.3};

    /** What more people hold, and one in ten, is no likeness. */
    private static final int COMMON = 2_000;

    private static final Path WRITTEN = Path.of("target", "bench");

    private final ObjectMapper json = new ObjectMapper();
    private final PopulationBuilder population = Population.builder();
    private final List<String> handles = new ArrayList<>();
    private final Map<String, Integer> tags = new HashMap<>();

    private RealPeople() {}

    /** Takes the folder of a data set. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var people = folder.resolve("people.ndjson.gz");
        if (!Files.exists(people)) {
            System.err.println("There is no " + people + ", so nothing is measured.");
            return;
        }
        var real = new RealPeople();
        RealInterests.read(people).forEach(real::add);
        real.measure(Methods.random(), "");
        for (double resolution : RESOLUTIONS) {
            for (var method : Methods.graphs(resolution, commonest(real.handles.size()))) {
                real.measure(method, " " + resolution);
            }
        }
        real.measure(Methods.ours(), "");
        var friends = folder.resolve("truth.csv.gz");
        if (Files.exists(friends)) {
            real.introduceHalf(friends);
            real.measure(Methods.ours(), " knowing half");
        }
    }

    /** A tag that more than so many of these people hold is no likeness. */
    static int commonest(int people) {
        return Math.max(COMMON, people / 10);
    }

    /** Lets half of these pairs know each other, and writes the others for the scorer. */
    private void introduceHalf(Path friends) throws IOException {
        Map<String, Integer> number = new HashMap<>();
        handles.forEach(handle -> number.put(handle, number.size()));
        var random = new Random(RULES.seed());
        try (var pairs = RealInterests.lines(friends);
                var others = new PrintStream(
                        Files.newOutputStream(WRITTEN.resolve("other-half.csv")), false, StandardCharsets.UTF_8)) {
            others.println(pairs.readLine());
            for (String pair = pairs.readLine(); pair != null; pair = pairs.readLine()) {
                int comma = pair.indexOf(',');
                if (random.nextBoolean()) {
                    population.acquainted(
                            Objects.requireNonNull(number.get(pair.substring(0, comma))),
                            Objects.requireNonNull(number.get(pair.substring(comma + 1))));
                } else {
                    others.println(pair);
                }
            }
        }
    }

    private void add(RealInterests person) {
        handles.add(person.handle());
        int index = population.person(RealInterests.key(person.handle()), 0, RULES.groupsPerPerson());
        for (var interest : person.interests()) {
            int tag = tags.computeIfAbsent(interest.tag(), name -> population.tag(RealInterests.key(name)));
            population.interest(index, tag, interest.strength(), Stance.SHARE);
        }
    }

    /** Nothing is known that would keep two of them apart, so there is nothing to repair. */
    private void measure(Method method, String variant) throws IOException {
        var people = population.build();
        var index = new Index(people, RULES);
        for (var run : Run.of(method, people, RULES)) {
            if (!run.name().endsWith("found") && !run.name().endsWith("repaired")) {
                var score = Score.of(index, RULES, run.formed(), members -> true);
                var file = WRITTEN.resolve(
                        (run.name() + variant).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-") + ".ndjson");
                write(run.formed().groups(), file);
                System.out.printf(
                        Locale.ROOT,
                        "%s%s: coverage %.4f, affinity %.3f, CPU s %.2f, groups %,d in %s%n",
                        run.name(),
                        variant,
                        score.coverage(),
                        score.affinity(),
                        run.cpu(),
                        score.groups(),
                        file);
            }
        }
    }

    private void write(Circles groups, Path file) throws IOException {
        Files.createDirectories(WRITTEN);
        try (var out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            for (int g = 0; g < groups.count(); g++) {
                var group = json.createObjectNode();
                var members = group.putArray("members");
                for (int member : groups.members(g)) {
                    members.addObject().put("handle", handles.get(member));
                }
                out.println(json.writeValueAsString(group));
            }
        }
    }
}

package org.coterie.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Forms groups of the real people of a data set and writes them, one a line, for a scorer to hold against what happened.
 * The data lies next to the project, in {@code ../shared/data}, and never in it.
 */
final class RealPeople {

    private static final FormationRules RULES = new FormationRules(3, 8, 2, 1);
    private static final double STRONGEST = 5;
    private static final double USUAL = 3;

    private final ObjectMapper json = new ObjectMapper();
    private final Population.Builder population = Population.builder();
    private final List<String> handles = new ArrayList<>();
    private final Map<String, Integer> tags = new HashMap<>();

    private RealPeople() {}

    /** Takes the names of a data set and of the file to write. */
    public static void main(String[] args) throws IOException {
        var people = Path.of("../shared/data", args[0], "people.ndjson.gz");
        if (!Files.exists(people)) {
            System.err.println("There is no " + people + ", so nothing is measured.");
            return;
        }
        var real = new RealPeople();
        real.read(people);
        real.write(Matching.form(real.population.build(), RULES, progress -> {}), Path.of(args[1]));
    }

    private void read(Path file) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(json.readTree(line));
            }
        }
    }

    private void add(JsonNode person) {
        String handle = person.get("handle").asText();
        handles.add(handle);
        int index = population.person(key(handle), 0, RULES.groupsPerPerson());
        for (var interest : person.path("interests")) {
            String name = interest.isTextual()
                    ? interest.asText()
                    : interest.get("tag").asText();
            double strength = interest.path("strength").asDouble(USUAL);
            int tag = tags.computeIfAbsent(name, any -> population.tag(key(any)));
            population.interest(index, tag, (float) (strength / STRONGEST), Stance.SHARE);
        }
    }

    private void write(Outcome outcome, Path file) throws IOException {
        try (var out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            for (int g = 0; g < outcome.groups(); g++) {
                var group = json.createObjectNode();
                var members = group.putArray("members");
                for (int member : outcome.members(g)) {
                    members.addObject().put("handle", handles.get(member));
                }
                out.println(json.writeValueAsString(group));
            }
        }
    }

    /** A 64-bit FNV-1a hash. */
    private static long key(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}

package org.coterie.matching;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Planted people in any order, in the format of an import: {@code target/bench/people-1000.ndjson.gz} for a thousand of
 * them.
 */
public final class PlantedLines {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private PlantedLines() {}

    /**
     * Writes the file.
     *
     * @param args how many people
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of("target", "bench", "people-%s.ndjson.gz".formatted(args[0]));
        Files.createDirectories(file.getParent());
        var people = new PlantedInterests(Integer.parseInt(args[0]));
        List<Integer> order = IntStream.range(0, people.people()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(1));
        try (Writer lines = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8)) {
            for (int person : order) {
                lines.write(line(people, person));
            }
        }
        System.out.println(file);
    }

    private static String line(PlantedInterests people, int person) {
        var interests = new StringJoiner(",");
        int[] tags = people.tagsOf(person);
        int[] strengths = people.strengthsOf(person);
        for (int i = 0; i < tags.length; i++) {
            interests.add("{\"tag\":\"planted %d\",\"strength\":%d}".formatted(tags[i], strengths[i]));
        }
        String languages = IntStream.range(0, LANGUAGES.size())
                .filter(bit -> (people.languages(person) >> bit & 1) == 1)
                .mapToObj(bit -> '"' + LANGUAGES.get(bit) + '"')
                .collect(Collectors.joining(","));
        return "{\"handle\":\"planted-%d\",\"languages\":[%s],\"interests\":[%s]}\n"
                .formatted(person, languages, interests);
    }
}

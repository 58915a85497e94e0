package org.coterie.interests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.coterie.meaning.Loaded;

/**
 * How well the rest of somebody's tags tells what they mean by a word: {@code mvn -Pbench -Droom=interests
 * -Dmeasure=SensesBench -Dpeople=folder}, with {@code people.ndjson.gz} in the folder, in the format of an import.
 *
 * <p>Half of those who hold a tag are made to say it in another word, which means the same; or those who hold two tags to say
 * one word for both, of which half of the second then say another one.
 */
public final class SensesBench {

    private static final int TRIALS = 2_000;
    private static final int FEWEST = 8;
    private static final int ASKED = 10;

    private final List<List<String>> people = new ArrayList<>();
    private final Map<String, List<Integer>> holders = new TreeMap<>();
    private final Map<String, float[]> vectors = new HashMap<>();
    private final Random random = new Random(1);

    /** How many were asked, and how many of them mean something else than the near word. */
    private static final class Told {

        private int asked;
        private int other;

        void add(boolean isOther) {
            asked++;
            other += isOther ? 1 : 0;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f of %d", (double) other / asked, asked);
        }
    }

    /** Somebody, and the tag that they say by the word in question. */
    private record Holder(int person, String tag) {}

    /** Prints how many are taken to mean something else, by the most holders that each company has. */
    public static void main(String[] arguments) throws IOException {
        for (int most : new int[] {3, 5, 10, 50}) {
            var bench = new SensesBench(Path.of(arguments[0]).resolve("people.ndjson.gz"));
            bench.run(most);
        }
    }

    private SensesBench(Path file) throws IOException {
        var json = new ObjectMapper();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> tags = new ArrayList<>();
                for (JsonNode one : json.readTree(line).path("interests")) {
                    tags.add(one.isTextual() ? one.asText() : one.path("tag").asText());
                }
                for (String tag : tags) {
                    holders.computeIfAbsent(tag, none -> new ArrayList<>()).add(people.size());
                }
                people.add(tags);
            }
        }
        List<String> tags = List.copyOf(holders.keySet());
        List<float[]> meanings = Loaded.meaning().ofAll(tags);
        for (int i = 0; i < tags.size(); i++) {
            vectors.put(tags.get(i), meanings.get(i));
        }
    }

    private void run(int most) {
        List<String> tags = holders.entrySet().stream()
                .filter(tag -> tag.getValue().size() >= FEWEST)
                .map(Map.Entry::getKey)
                .toList();
        var same = new Told();
        var meant = new Told();
        var notMeant = new Told();
        for (int trial = 0; trial < TRIALS; trial++) {
            String one = tags.get(random.nextInt(tags.size()));
            String other = tags.get(random.nextInt(tags.size()));
            List<Holder> ones = shuffled(one);
            List<Holder> others = shuffled(other);
            List<Holder> half = ones.subList(0, ones.size() / 2);
            ask(half, half, ones.subList(half.size(), ones.size()), List.of(one), most, same);
            if (!one.equals(other)) {
                List<Holder> said = new ArrayList<>(others.subList(0, others.size() / 2));
                List<Holder> near = others.subList(said.size(), others.size());
                List<Holder> word = new ArrayList<>(ones);
                word.addAll(said);
                Collections.shuffle(word, random);
                ask(without(ones, other), word, near, List.of(one, other), most, notMeant);
                ask(without(said, one), word, near, List.of(one, other), most, meant);
            }
        }
        System.out.printf(
                "at most %d: they mean the same %s; the near one's sense of two %s, the other sense %s%n",
                most, same, meant, notMeant);
    }

    private List<Holder> shuffled(String tag) {
        List<Holder> shuffled = new ArrayList<>(holders.getOrDefault(tag, List.of()).stream()
                .map(person -> new Holder(person, tag))
                .toList());
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private List<Holder> without(List<Holder> some, String tag) {
        return some.stream()
                .filter(one -> !people.get(one.person).contains(tag))
                .toList();
    }

    private void ask(List<Holder> some, List<Holder> word, List<Holder> near, List<String> said, int most, Told told) {
        Surroundings other = company(near, most);
        Surroundings own = company(word, most);
        float[] words = Surroundings.direction(said.stream().map(vectors::get).toList());
        for (Holder one : some.subList(0, Math.min(ASKED, some.size()))) {
            UUID id = id(one.person);
            List<float[]> rest = rest(one);
            if (rest.size() >= 2 && own.others(id) >= 3 && other.others(id) >= 3) {
                float[] direction = Surroundings.direction(rest);
                told.add(own.closeness(id, direction, words) > other.closeness(id, direction, words) + Senses.CLEARLY);
            }
        }
    }

    private Surroundings company(List<Holder> some, int most) {
        var company = new Surroundings();
        for (Holder one : some) {
            List<float[]> rest = rest(one);
            if (rest.size() >= 2 && company.people().size() < most) {
                company.add(id(one.person), Surroundings.direction(rest));
            }
        }
        return company;
    }

    private List<float[]> rest(Holder one) {
        return people.get(one.person).stream()
                .filter(tag -> !tag.equals(one.tag))
                .map(vectors::get)
                .toList();
    }

    private static UUID id(int person) {
        return new UUID(0, person);
    }
}

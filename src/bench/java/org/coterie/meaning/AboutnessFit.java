package org.coterie.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.coterie.meaning.NearIndex.Close;
import org.coterie.meaning.NearIndex.Near;
import org.coterie.meaning.Regression.Pair;

/**
 * Fits the weights of {@link Aboutness} on every other one of many texts, among few tags and among many, and measures on the rest
 * how much what is said of them holds: {@code mvn -Pbench -Droom=meaning -Dmeasure=AboutnessFit -Dpeople=6000}, the number of
 * texts.
 */
public final class AboutnessFit {

    private static final Path DATA = Path.of("../shared/data");
    private static final int[] AMONG = {189, 1_000, 5_493};
    private static final int GUESSES = 5;
    private static final double THE_SAME = 0.8;

    private final Meaning meaning = new Meaning(() -> true);
    private final List<String> communities = new ArrayList<>();
    private final List<float[]> texts = new ArrayList<>();

    private AboutnessFit() {}

    /** Takes the number of texts. */
    public static void main(String[] count) throws IOException {
        if (!Files.exists(DATA)) {
            System.out.println("There are no texts at " + DATA + " to fit on.");
            return;
        }
        new AboutnessFit().run(Integer.parseInt(count[0]));
    }

    private void run(int count) throws IOException {
        meaning.load();
        List<String> tags = read(count);
        List<float[]> vectors = meaning.ofAll(tags);
        List<Pair> learnt = new ArrayList<>();
        Map<Integer, List<Pair>> tested = new HashMap<>();
        for (int among : AMONG) {
            List<Pair> rest = new ArrayList<>();
            tested.put(among, rest);
            ask(tags.subList(0, Math.min(among, tags.size())), vectors, learnt, rest);
        }
        System.out.println(Arrays.toString(Regression.fit(learnt)));
        for (int among : AMONG) {
            print(among, tested.getOrDefault(among, List.of()));
        }
    }

    /** Reads texts; the tags of their communities come first, then others. */
    private List<String> read(int count) throws IOException {
        var json = new ObjectMapper();
        List<JsonNode> messages = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve("messages/messages.ndjson.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                messages.add(json.readTree(line));
            }
        }
        Set<String> tags = new TreeSet<>();
        messages.forEach(message -> tags.add(message.get("tag").asText()));
        List<String> others = new ArrayList<>();
        Files.readAllLines(DATA.resolve("tags/vocabulary.csv")).stream()
                .skip(1)
                .filter(line -> !line.startsWith("\""))
                .forEach(line -> others.add(line.split(",", 2)[0]));
        Collections.shuffle(others, new Random(1));
        Collections.shuffle(messages, new Random(1));
        List<JsonNode> some = messages.subList(0, Math.min(count, messages.size()));
        some.forEach(message -> communities.add(message.get("tag").asText()));
        texts.addAll(meaning.ofAllRoughly(
                some.stream().map(message -> message.get("text").asText()).toList()));
        Set<String> all = new LinkedHashSet<>(tags);
        all.addAll(others);
        return List.copyOf(all);
    }

    private void ask(List<String> tags, List<float[]> vectors, List<Pair> learnt, List<Pair> tested) {
        var index = new NearIndex();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            numbers.put(tags.get(i), i);
            index.put(new UUID(0, i), tags.get(i), vectors.get(i));
        }
        Map<String, Set<UUID>> right = new HashMap<>();
        for (int text = 0; text < texts.size(); text++) {
            Set<UUID> about = right.computeIfAbsent(communities.get(text), tag -> {
                Set<UUID> same = new LinkedHashSet<>(Set.of(new UUID(0, numbers.getOrDefault(tag, -1))));
                index.nearest(tag, vectors.get(numbers.getOrDefault(tag, 0)), 20, THE_SAME).stream()
                        .map(Near::id)
                        .forEach(same::add);
                return same;
            });
            List<Close> closest = index.closest(texts.get(text), Aboutness.UNRELATED);
            List<Pair> half = text % 2 == 0 ? learnt : tested;
            closest.stream()
                    .limit(GUESSES)
                    .forEach(one ->
                            half.add(new Pair(Aboutness.features(one.cosine(), closest), about.contains(one.id()), 1)));
        }
    }

    private static void print(int among, List<Pair> pairs) {
        int[] said = new int[10];
        int[] right = new int[10];
        double surprise = 0;
        for (Pair pair : pairs) {
            double confidence = Aboutness.confidence(pair.features());
            int bin = Math.min(9, (int) (confidence * 10));
            said[bin]++;
            right[bin] += pair.same() ? 1 : 0;
            surprise -= Math.log(pair.same() ? confidence : 1 - confidence);
        }
        System.out.printf(Locale.ROOT, "%n| among %,d, log loss %.4f | |%n|---|---|%n", among, surprise / pairs.size());
        for (int bin = 0; bin < said.length; bin++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %.1f–%.1f | %.2f of %,d |%n",
                    bin / 10.0,
                    (bin + 1) / 10.0,
                    right[bin] / (double) Math.max(1, said[bin]),
                    said[bin]);
        }
    }
}

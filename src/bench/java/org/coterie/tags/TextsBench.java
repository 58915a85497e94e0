package org.coterie.tags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.coterie.meaning.Loaded;
import org.coterie.meaning.Meaning;
import org.coterie.meaning.NearIndex.Near;
import org.coterie.tags.MeaningIndex.Understood;
import org.coterie.tags.NameIndex.Name;

/**
 * Measures how often what a text is about is found in it, in the order in which a person is offered it, on texts whose
 * communities are known, and how many of people's own tags are found in what they say of themselves:
 * {@code mvn -Pbench -Droom=tags -Dmeasure=TextsBench -Dpeople=11700}, the number of texts.
 */
final class TextsBench {

    private static final Path DATA = Path.of("../shared/data");
    private static final Set<String> ENGLISH = Set.of("en");

    /** Those who look only see the first of them. */
    private static final int FIRST = 5;

    /** As long as most signals are at most. */
    private static final int SHORT = 280;

    /** As long as one may be, and twice that. */
    private static final List<Integer> LONG = List.of(1_000, 2_000);

    /** So many texts of each kind are enough to tell how fast they are read. */
    private static final int SOME = 500;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Meaning meaning;
    private final Map<String, KnownTag> tags = new LinkedHashMap<>();
    private final NameIndex names = new NameIndex();
    private final MeaningIndex meanings = new MeaningIndex();

    private TextsBench(Meaning meaning) {
        this.meaning = meaning;
    }

    /** Takes the number of texts. */
    public static void main(String[] args) throws IOException {
        if (!Files.exists(DATA)) {
            print("There are no texts at %s to measure on.%n", DATA);
            return;
        }
        int most = Integer.parseInt(args[0]);
        List<JsonNode> messages = read("messages/messages.ndjson.gz");
        Collections.shuffle(messages, new Random(1));
        List<JsonNode> some = messages.subList(0, Math.min(most, messages.size()));
        Set<String> communities = new TreeSet<>();
        messages.forEach(message -> communities.add(message.get("tag").asText()));

        print("%n%,d texts, among the tags of %d communities only%n", some.size(), communities.size());
        Meaning meaning = Loaded.meaning();
        var few = new TextsBench(meaning);
        few.learn(communities);
        few.messages(some);

        Set<String> many = new LinkedHashSet<>(communities);
        Files.readAllLines(DATA.resolve("tags/vocabulary.csv")).stream()
                .skip(1)
                .filter(line -> !line.startsWith("\""))
                .forEach(line -> many.add(line.split(",", 2)[0]));
        print("%n%,d texts, among %,d tags%n", some.size(), many.size());
        var all = new TextsBench(meaning);
        all.learn(many);
        all.messages(some);
        all.speed(some);

        all.bios(read("ols-open-seeds/people.ndjson.gz"));
    }

    private static List<JsonNode> read(String file) throws IOException {
        var json = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(file))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(json.readTree(line));
            }
        }
        return rows;
    }

    private void learn(Collection<String> labels) {
        for (String label : labels) {
            if (Folding.fold(label).isEmpty() || Folding.fold(label).length() > TagName.LONGEST) {
                continue;
            }
            var name = TagName.of(label);
            if (!tags.containsKey(name.key())) {
                var tag = new KnownTag(UUID.randomUUID(), name.name(), name.label(), true, true);
                tags.put(name.key(), tag);
            }
        }
        List<KnownTag> known = List.copyOf(tags.values());
        List<float[]> vectors = meaning.ofAll(
                known.stream().map(tag -> NearTagFinder.spoken(tag.name())).toList());
        for (int i = 0; i < known.size(); i++) {
            KnownTag tag = known.get(i);
            String key = TagName.keyOf(tag.name());
            Map<String, Name> called = Map.of(key, new Name(tag.name(), tag.id(), Set.of()));
            var itself = new Understood(tag.name(), StoredVector.write(vectors.get(i)), true);
            names.put(tag.id(), called);
            meanings.put(tag.id(), called, Map.of(key, itself));
        }
    }

    private void messages(Collection<JsonNode> messages) {
        Map<Boolean, Hits> byNamed = new HashMap<>();
        var calibration = new Calibration();
        List<Long> nanos = new ArrayList<>();
        for (JsonNode message : messages) {
            String text = message.get("text").asText();
            KnownTag about = Objects.requireNonNull(
                    tags.get(TagName.of(message.get("tag").asText()).key()));
            Set<UUID> right = new HashSet<>(Set.of(about.id()));
            meanings.near(meanings.of(about.id()), 20, 0.8).forEach(near -> right.add(near.id()));
            long start = System.nanoTime();
            List<Guess> guesses = guesses(text);
            nanos.add(System.nanoTime() - start);
            byNamed.computeIfAbsent(message.get("named").asInt() == 1, named -> new Hits())
                    .count(guesses, about.id(), right);
            guesses.stream()
                    .filter(guess -> guess.source == Source.MEANING)
                    .forEach(guess -> calibration.add(guess.confidence, right.contains(guess.tag)));
        }
        Collections.sort(nanos);
        print("read in %.1f ms, half of them; 99 of 100 within %.1f ms%n", millis(nanos, 0.5), millis(nanos, 0.99));
        print(
                "%n| | texts | first is it | among the first five | or means the same | by hashtag | by phrase | by meaning |%n");
        print("|---|---|---|---|---|---|---|---|%n");
        byNamed.forEach((named, hits) -> hits.print(named ? "it is named in the text" : "it is not"));
        calibration.print();
    }

    /** How long short texts take, and those of as many characters as a message may have. */
    private void speed(Collection<JsonNode> messages) {
        List<String> texts =
                messages.stream().map(message -> message.get("text").asText()).toList();
        List<String> signals = texts.stream()
                .filter(text -> text.length() <= SHORT)
                .limit(SOME)
                .toList();
        String all = String.join("\n", texts);
        print(
                "%n| the text | languages | half within | 99 of 100 | of the processor, half within |%n|---|---|---|---|---|%n");
        for (Set<String> languages : List.of(ENGLISH, Stems.WITH_OTHER_FORMS)) {
            speed("of at most %d letters".formatted(SHORT), signals, languages);
            for (int letters : LONG) {
                List<String> longest = IntStream.range(0, Math.min(SOME, all.length() / letters))
                        .mapToObj(i -> all.substring(i * letters, (i + 1) * letters))
                        .toList();
                speed("of %,d letters".formatted(letters), longest, languages);
            }
        }
    }

    private void speed(String which, List<String> texts, Set<String> languages) {
        List<Long> nanos = new ArrayList<>();
        List<Long> processor = new ArrayList<>();
        for (String text : texts) {
            long start = System.nanoTime();
            long worked = THREADS.getCurrentThreadCpuTime();
            guesses(text, languages);
            processor.add(THREADS.getCurrentThreadCpuTime() - worked);
            nanos.add(System.nanoTime() - start);
        }
        Collections.sort(nanos);
        Collections.sort(processor);
        print(
                "| %s | %d | %.1f ms | %.1f ms | %.1f ms |%n",
                which, languages.size(), millis(nanos, 0.5), millis(nanos, 0.99), millis(processor, 0.5));
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) (sorted.size() * share)) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private record Guess(UUID tag, Source source, double confidence) {}

    /** What a person would be offered if nothing were too unsure, first what the words say. */
    private List<Guess> guesses(String written) {
        return guesses(written, ENGLISH);
    }

    private List<Guess> guesses(String written, Set<String> languages) {
        String text = Addresses.blanked(written);
        List<FoundTag> hashtags = Hashtags.in(text);
        var phrases = new Phrases(text, hashtags, names);
        Map<String, KnownTag> known = new HashMap<>();
        phrases.keys().forEach(key -> Stream.ofNullable(tags.get(key)).forEach(tag -> known.put(key, tag)));
        phrases.inflected(languages, names)
                .forEach((phrase, keys) -> keys.stream()
                        .flatMap(key -> Stream.ofNullable(tags.get(key)))
                        .findFirst()
                        .ifPresent(tag -> known.putIfAbsent(phrase, tag)));
        List<FoundTag> named = phrases.leadingTo(known);
        List<FoundTag> all = Stream.concat(hashtags.stream(), named.stream()).toList();
        var denials = new Denials(text, languages, all, all);
        Map<UUID, Guess> guesses = new LinkedHashMap<>();
        Stream.concat(
                        hashtags.stream(),
                        Phrases.fewOf(named.stream()
                                        .filter(phrase -> !denials.reach(phrase))
                                        .toList())
                                .stream())
                .flatMap(found -> Stream.ofNullable(tags.get(found.tag().key()))
                        .map(tag -> new Guess(tag.id(), found.source(), 1)))
                .forEach(guess -> guesses.putIfAbsent(guess.tag, guess));
        meaning.of(denials.without(text)).stream()
                .flatMap(vector -> meanings.about(vector, FIRST, 0).stream())
                .forEach(near ->
                        guesses.putIfAbsent(near.id(), new Guess(near.id(), Source.MEANING, near.confidence())));
        return List.copyOf(guesses.values());
    }

    /** How many of people's own tags are found in what they say of themselves. */
    private void bios(Collection<JsonNode> people) {
        Set<String> own = new LinkedHashSet<>();
        people.forEach(person -> person.path("interests").forEach(tag -> own.add(wordOf(tag))));
        var bench = new TextsBench(meaning);
        bench.learn(own);
        int tagged = 0;
        int bios = 0;
        Map<Source, Integer> found = new EnumMap<>(Source.class);
        int same = 0;
        for (JsonNode person : people) {
            Set<UUID> tags = new HashSet<>();
            person.path("interests")
                    .forEach(tag -> Stream.ofNullable(bench.tags.get(TagName.keyOf(Folding.fold(wordOf(tag)))))
                            .forEach(known -> tags.add(known.id())));
            if (tags.isEmpty() || person.path("signals").isEmpty()) {
                continue;
            }
            bios++;
            tagged += tags.size();
            Map<UUID, Source> offered = new HashMap<>();
            for (JsonNode signal : person.path("signals")) {
                bench.guesses(signal.asText()).forEach(guess -> offered.putIfAbsent(guess.tag, guess.source));
            }
            for (UUID tag : tags) {
                Source source = offered.get(tag);
                if (source != null) {
                    found.merge(source, 1, Integer::sum);
                } else if (bench.meanings.near(bench.meanings.of(tag), 20, 0.8).stream()
                        .map(Near::id)
                        .anyMatch(offered::containsKey)) {
                    same++;
                }
            }
        }
        print(
                "%n%d people with a text about themselves and %d tags of their own, among %d: found as a phrase %d, by meaning %d;"
                        + " of the others one that means the same %d%n",
                bios,
                tagged,
                bench.tags.size(),
                found.getOrDefault(Source.PHRASE, 0),
                found.getOrDefault(Source.MEANING, 0),
                same);
    }

    private static String wordOf(JsonNode interest) {
        return interest.isTextual() ? interest.asText() : interest.path("tag").asText();
    }

    /** How often it was found. */
    private static final class Hits {

        private int texts;
        private int first;
        private int amongFirst;
        private int same;
        private final Map<Source, Integer> bySource = new EnumMap<>(Source.class);

        void count(List<Guess> guesses, UUID about, Set<UUID> right) {
            texts++;
            List<Guess> seen = guesses.subList(0, Math.min(FIRST, guesses.size()));
            first += !seen.isEmpty() && seen.get(0).tag.equals(about) ? 1 : 0;
            seen.stream().filter(guess -> guess.tag.equals(about)).findFirst().ifPresent(guess -> {
                amongFirst++;
                bySource.merge(guess.source, 1, Integer::sum);
            });
            same += seen.stream().anyMatch(guess -> right.contains(guess.tag)) ? 1 : 0;
        }

        void print(String which) {
            TextsBench.print(
                    "| %s | %,d | %.3f | %.3f | %.3f | %d | %d | %d |%n",
                    which,
                    texts,
                    first / (double) texts,
                    amongFirst / (double) texts,
                    same / (double) texts,
                    bySource.getOrDefault(Source.HASHTAG, 0),
                    bySource.getOrDefault(Source.PHRASE, 0),
                    bySource.getOrDefault(Source.MEANING, 0));
        }
    }

    /** How often what was said with some confidence was right. */
    private static final class Calibration {

        private final int[] said = new int[10];
        private final int[] right = new int[10];

        void add(double confidence, boolean isRight) {
            int bin = Math.min(9, (int) (confidence * 10));
            said[bin]++;
            right[bin] += isRight ? 1 : 0;
        }

        void print() {
            TextsBench.print("%n| confidence by meaning | was it, or one that means the same |%n|---|---|%n");
            for (int bin = 0; bin < said.length; bin++) {
                TextsBench.print(
                        "| %.1f–%.1f | %.2f of %,d |%n",
                        bin / 10.0, (bin + 1) / 10.0, right[bin] / (double) Math.max(1, said[bin]), said[bin]);
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}

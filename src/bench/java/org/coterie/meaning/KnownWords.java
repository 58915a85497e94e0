package org.coterie.meaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Words that people use, pairs of them that mean the same, and words that look as if they did. */
final class KnownWords {

    private static final Set<String> SOURCES = Set.of("wordnet", "meetup-urlkey", "vocabulary");
    private static final int LOOKALIKES = 60;

    private final List<String> words = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> component = new HashMap<>();
    private final Meaning meaning;
    private final Map<String, float[]> vectors = new HashMap<>();
    private final Map<String, Spelling> spellings = new HashMap<>();
    private final Map<String, List<String>> byMeaning = new HashMap<>();
    private final Map<String, List<String>> bySpelling = new HashMap<>();

    /** Two words. */
    record Pair(String a, String b) {}

    /** Reads {@code vocabulary.csv} and {@code synonyms.csv}, and what the model says about each word. */
    KnownWords(Path directory, Meaning meaning) throws IOException {
        this.meaning = meaning;
        for (var row : rows(directory.resolve("vocabulary.csv"))) {
            words.add(row.get(0));
        }
        var all = new LinkedHashSet<>(words);
        for (var row : rows(directory.resolve("synonyms.csv"))) {
            join(known, row.get(0), row.get(1));
            if (SOURCES.contains(row.get(3)) && !row.get(0).equals(row.get(1))) {
                pairs.add(new Pair(row.get(0), row.get(1)));
                join(component, row.get(0), row.get(1));
                all.add(row.get(0));
                all.add(row.get(1));
            }
        }
        List<String> texts = List.copyOf(all);
        List<float[]> told = meaning.ofAll(texts);
        for (int i = 0; i < texts.size(); i++) {
            vectors.put(texts.get(i), told.get(i));
            spellings.put(texts.get(i), Spelling.of(texts.get(i)));
        }
        for (String word : component.keySet()) {
            byMeaning.put(word, best(word, other -> Nearness.cosine(vector(word), vector(other))));
            Set<String> trigrams = trigrams(word);
            bySpelling.put(word, best(word, other -> alike(trigrams, trigrams(other))));
        }
    }

    List<Pair> pairs() {
        return pairs;
    }

    List<String> words() {
        return words;
    }

    float[] vector(String word) {
        return vectors.computeIfAbsent(word, one -> meaning.of(one).orElseThrow());
    }

    Spelling spelling(String word) {
        return spellings.computeIfAbsent(word, Spelling::of);
    }

    /** The same for two words of pairs that mean the same, also over others. */
    String component(String word) {
        return root(component, word);
    }

    boolean areKnownToBeTheSame(String a, String b) {
        return root(known, a).equals(root(known, b));
    }

    /** One of so many that look most alike, by the model or by trigrams, and are not known to mean the same. */
    String lookalike(String word, int among, Predicate<String> may, Random random) {
        List<String> from = (random.nextBoolean() ? byMeaning : bySpelling).getOrDefault(word, List.of());
        List<String> nearest = from.stream().filter(may).limit(among).toList();
        return nearest.get(random.nextInt(nearest.size()));
    }

    /** Any other word. */
    String other(String word, Predicate<String> may, Random random) {
        while (true) {
            String other = words.get(random.nextInt(words.size()));
            if (!areKnownToBeTheSame(word, other) && may.test(other)) {
                return other;
            }
        }
    }

    /** Pairs of words that differ in a number or sign only, such as C and C++. */
    List<Pair> differentMarks() {
        var found = new ArrayList<Pair>();
        var seen = new HashMap<String, String>();
        for (String word : words) {
            String before = seen.put(word.replaceAll("[^a-z]", ""), word);
            if (before != null
                    && !spelling(before).marks().equals(spelling(word).marks())
                    && !areKnownToBeTheSame(before, word)) {
                found.add(new Pair(before, word));
            }
        }
        return found;
    }

    private List<String> best(String word, ToDoubleFunction<String> alike) {
        var found = new HashMap<String, Double>();
        for (String other : words) {
            if (!areKnownToBeTheSame(word, other)) {
                found.put(other, alike.applyAsDouble(other));
            }
        }
        return found.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LOOKALIKES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private final Map<String, Set<String>> trigrams = new HashMap<>();

    private Set<String> trigrams(String word) {
        return trigrams.computeIfAbsent(word, one -> {
            String whole = "^" + spelling(one).joined() + "$";
            var parts = new LinkedHashSet<String>();
            for (int i = 0; i + 3 <= whole.length(); i++) {
                parts.add(whole.substring(i, i + 3));
            }
            return parts;
        });
    }

    /** Dice's coefficient. */
    private static double alike(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return 2.0 * both / Math.max(1, a.size() + b.size());
    }

    private static void join(Map<String, String> roots, String a, String b) {
        roots.put(root(roots, a), root(roots, b));
        roots.putIfAbsent(b, b);
    }

    private static String root(Map<String, String> roots, String word) {
        String root = word;
        while (!roots.getOrDefault(root, root).equals(root)) {
            root = roots.getOrDefault(root, root);
        }
        return root;
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(KnownWords::cells).toList();
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char one = line.charAt(i);
            if (one == '"') {
                quoted = !quoted;
            } else if (one == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(one);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

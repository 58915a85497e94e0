package org.coterie.meaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.meaning.KnownWords.Pair;

/**
 * Fits the weights of {@link Nearness} and measures how well they do on words that they were not fitted on:
 * {@code mvn -Pbench -Droom=meaning -Dmeasure=NearnessFit}.
 *
 * <p>Twenty times, the words that have another that means the same are parted in two, so that no word of a pair that is
 * tested is in a pair that was learnt from. As many pairs mean something else. Learnt are to the half ones of any two
 * words, to a quarter of one and another of the ten that look most like it, to a quarter of one and that which does most.
 */
public final class NearnessFit {

    private static final int SPLITS = 20;
    private static final int ROUNDS = 4;
    private static final int AMONG = 10;
    private static final int EXTRAS = 40;
    private static final double SURE = 0.8;

    private final KnownWords words;

    private NearnessFit(KnownWords words) {
        this.words = words;
    }

    /** A pair with the confidence in it. */
    private record Told(Pair pair, boolean same, double confidence) {}

    /** How the pairs that mean something else are made. */
    private enum Others {
        /** Half of any two words, half of ones that look alike. */
        MIXED,
        /** Of the one that looks most alike. */
        NEAREST
    }

    /** Prints the figures, and the weights fitted on all pairs. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of("../shared/data/tags");
        if (!Files.exists(directory)) {
            System.out.println("There are no words at " + directory + " to fit on.");
            return;
        }
        var meaning = new Meaning(() -> true);
        meaning.load();
        new NearnessFit(new KnownWords(directory, meaning)).run();
    }

    private void run() {
        System.out.printf(
                Locale.ROOT,
                "%d pairs, %d words%n%n",
                words.pairs().size(),
                words.words().size());
        for (Others others : Others.values()) {
            var all = new ArrayList<Told>();
            double[] f1 = new double[SPLITS];
            for (int seed = 0; seed < SPLITS; seed++) {
                List<Told> told = split(seed, others);
                f1[seed] = f1(told, 0.5);
                all.addAll(told);
            }
            double mean = Arrays.stream(f1).average().orElseThrow();
            double spread = Math.sqrt(Arrays.stream(f1)
                    .map(one -> (one - mean) * (one - mean))
                    .average()
                    .orElseThrow());
            System.out.printf(
                    Locale.ROOT,
                    "%s: F1 %.3f ± %.3f; of pairs at %.1f or more %.3f mean the same, and of those that do %.3f are there%n",
                    others,
                    mean,
                    spread,
                    SURE,
                    precision(all),
                    recall(all));
            calibration(all);
        }
        misspelt();
        weights();
    }

    /** What is told of pairs of which no word was learnt from. */
    private List<Told> split(int seed, Others others) {
        var random = new Random(seed);
        var components = new ArrayList<>(new TreeSet<>(
                words.pairs().stream().map(pair -> words.component(pair.a())).toList()));
        Collections.shuffle(components, random);
        Set<String> learnt = new HashSet<>(components.subList(0, components.size() / 2));
        var parts = words.pairs().stream()
                .collect(Collectors.partitioningBy(pair -> learnt.contains(words.component(pair.a()))));
        List<Pair> training = parts.getOrDefault(true, List.of());
        List<Pair> test = parts.getOrDefault(false, List.of());
        Set<String> tested = wordsOf(test);
        var used = new HashSet<String>();
        double[] weights = fit(training, word -> !tested.contains(word), used, random);
        var told = new ArrayList<Told>();
        for (Pair pair : test) {
            told.add(told(pair, true, weights));
            boolean any = others == Others.MIXED && told.size() % 4 == 1;
            told.add(told(another(pair, any, others, word -> !used.contains(word), random), false, weights));
        }
        return told;
    }

    /** The weights for these pairs and as many others, with some misspelt words and different marks among them. */
    private double[] fit(List<Pair> same, Predicate<String> may, Set<String> used, Random random) {
        var pairs = new ArrayList<Regression.Pair>();
        for (Pair pair : same) {
            used.add(pair.a());
            used.add(pair.b());
            pairs.add(learnt(pair, true, 1));
            for (int round = 0; round < ROUNDS; round++) {
                Others others = round % 4 == 3 ? Others.NEAREST : Others.MIXED;
                Pair other = another(pair, round % 2 == 0, others, may, random);
                used.add(other.a());
                used.add(other.b());
                pairs.add(learnt(other, false, 1.0 / ROUNDS));
            }
        }
        for (Pair pair : misspelt(may, random)) {
            used.add(pair.a());
            pairs.add(learnt(pair, true, 1));
        }
        words.differentMarks().stream()
                .filter(pair -> may.test(pair.a()) && may.test(pair.b()))
                .limit(EXTRAS)
                .forEach(pair -> pairs.add(learnt(pair, false, 1)));
        return Regression.fit(pairs);
    }

    private Pair another(Pair pair, boolean any, Others others, Predicate<String> may, Random random) {
        String word = random.nextBoolean() ? pair.a() : pair.b();
        int among = others == Others.MIXED ? AMONG : 1;
        return new Pair(word, any ? words.other(word, may, random) : words.lookalike(word, among, may, random));
    }

    private Regression.Pair learnt(Pair pair, boolean same, double weight) {
        return new Regression.Pair(features(pair), same, weight);
    }

    private Told told(Pair pair, boolean same, double[] weights) {
        return new Told(pair, same, Regression.probability(weights, features(pair)));
    }

    private List<Double> features(Pair pair) {
        double cosine = Nearness.cosine(words.vector(pair.a()), words.vector(pair.b()));
        return Arrays.stream(Nearness.features(words.spelling(pair.a()), words.spelling(pair.b()), cosine))
                .boxed()
                .toList();
    }

    private List<Pair> misspelt(Predicate<String> may, Random random) {
        var pairs = new ArrayList<Pair>();
        while (pairs.size() < EXTRAS) {
            String word = words.words().get(random.nextInt(words.words().size()));
            String wrong = misspelt(word, random);
            if (may.test(word) && words.spelling(word).isMisspelt(words.spelling(wrong))) {
                pairs.add(new Pair(word, wrong));
            }
        }
        return pairs;
    }

    /** With one slip somewhere inside. */
    private static String misspelt(String word, Random random) {
        if (word.length() < 5) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + word.charAt(at) + word.charAt(at) + after;
            case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
            default -> before + after.charAt(0) + word.charAt(at) + after.substring(1);
        };
    }

    private void misspelt() {
        var random = new Random(SPLITS);
        double[] weights = fit(words.pairs(), word -> true, new HashSet<>(), random);
        long found = 0;
        int asked = 0;
        for (int i = 0; i < 10; i++) {
            for (Pair pair : misspelt(word -> true, random)) {
                asked++;
                found += told(pair, true, weights).confidence() >= 0.5 ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT, "of %d words with one slip %d are found at 0.5 (not held out)%n%n", asked, found);
    }

    private void weights() {
        double[] weights = fit(words.pairs(), word -> true, new HashSet<>(), new Random(1));
        System.out.println(Arrays.stream(weights)
                .mapToObj(one -> String.format(Locale.ROOT, "%.2f", one))
                .collect(Collectors.joining(", ")));
    }

    private static void calibration(List<Told> told) {
        System.out.println("| confidence | pairs | mean | mean the same |\n|---|---|---|---|");
        for (int tenth = 0; tenth < 10; tenth++) {
            int one = tenth;
            List<Told> here = told.stream()
                    .filter(pair -> Math.min(9, (int) (pair.confidence * 10)) == one)
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %.1f–%.1f | %d | %.2f | %.2f |%n",
                    tenth / 10.0,
                    (tenth + 1) / 10.0,
                    here.size(),
                    here.stream().mapToDouble(Told::confidence).average().orElse(0),
                    here.stream()
                            .mapToDouble(pair -> pair.same ? 1 : 0)
                            .average()
                            .orElse(0));
        }
        System.out.println();
    }

    private static double precision(List<Told> told) {
        return told.stream()
                .filter(pair -> pair.confidence >= SURE)
                .mapToDouble(pair -> pair.same ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static double recall(List<Told> told) {
        return told.stream()
                .filter(Told::same)
                .mapToDouble(pair -> pair.confidence >= SURE ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static double f1(List<Told> told, double floor) {
        long right = told.stream()
                .filter(pair -> pair.same && pair.confidence >= floor)
                .count();
        long all = told.stream().filter(pair -> pair.confidence >= floor).count();
        long same = told.stream().filter(Told::same).count();
        return 2.0 * right / (all + same);
    }

    private static Set<String> wordsOf(List<Pair> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair.a(), pair.b())).collect(Collectors.toSet());
    }
}

package org.coterie.tags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.coterie.meaning.Nearness;

/**
 * How sure a slip is: {@code mvn -Pbench -Droom=tags -Dmeasure=SlipsBench}.
 *
 * <p>Ten times, half of the words at hand are used. Asked for are each of these with a slip, one in five of the long ones with
 * two, and the other half of the words, which nobody uses and which are none.
 */
public final class SlipsBench {

    private static final Path WORDS = Path.of("../shared/data/tags/vocabulary.csv");
    private static final int ROUNDS = 10;
    private static final int LONG = 8;

    private final NameIndex names = new NameIndex();
    private final Map<String, int[]> toldAndRight = new TreeMap<>();
    private int slips;
    private int found;

    private SlipsBench() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        if (!Files.exists(WORDS)) {
            System.out.println("There are no words at " + WORDS);
            return;
        }
        List<String> words = new ArrayList<>();
        for (String row : Files.readAllLines(WORDS)) {
            String word = row.split(",", 2)[0];
            if (word.matches("[a-z][a-z ]{3,}")) {
                words.add(Folding.fold(word));
            }
        }
        var random = new Random(1);
        var bench = new SlipsBench();
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(words, random);
            var one = new SlipsBench();
            one.measure(words.subList(0, words.size() / 2), words.subList(words.size() / 2, words.size()), random);
            bench.add(one);
        }
        bench.print();
    }

    private void measure(List<String> used, List<String> others, Random random) {
        Set<String> keys = new HashSet<>();
        for (String word : used) {
            String key = TagName.keyOf(word);
            keys.add(key);
            names.put(UUID.randomUUID(), Map.of(key, new NameIndex.Name(word, UUID.randomUUID(), Set.of())));
        }
        for (String word : used) {
            String slip = slip(word, random);
            if (word.length() >= LONG && random.nextInt(5) == 0) {
                slip = slip(slip, random);
            }
            if (!keys.contains(TagName.keyOf(slip))) {
                slips++;
                found += ask(slip, word) ? 1 : 0;
            }
        }
        for (String word : others) {
            if (!keys.contains(TagName.keyOf(word))) {
                ask(word, word);
            }
        }
    }

    /** Whether what was meant is among what is told. */
    private boolean ask(String written, String meant) {
        boolean there = false;
        for (var almost : names.almost(TagName.keyOf(written), 200).entrySet()) {
            String name = names.find(almost.getKey()).orElseThrow().words();
            double sure = Nearness.bySlip(written, name, almost.getValue());
            if (sure > 0) {
                int[] counts =
                        toldAndRight.computeIfAbsent(String.format(Locale.ROOT, "%.2f", sure), none -> new int[2]);
                counts[0]++;
                counts[1] += name.equals(meant) ? 1 : 0;
                there |= name.equals(meant);
            }
        }
        return there;
    }

    private void add(SlipsBench other) {
        slips += other.slips;
        found += other.found;
        other.toldAndRight.forEach((sure, counts) -> {
            int[] all = toldAndRight.computeIfAbsent(sure, none -> new int[2]);
            all[0] += counts[0];
            all[1] += counts[1];
        });
    }

    private void print() {
        System.out.printf("%d slips, %d of them found%n| confidence | right |%n|---|---|%n", slips, found);
        toldAndRight.forEach((sure, counts) -> System.out.printf(
                Locale.ROOT, "| %s | %.3f of %d |%n", sure, (double) counts[1] / counts[0], counts[0]));
    }

    /** A letter behind the first is left out, doubled, another one or in the place of the next. */
    private static String slip(String word, Random random) {
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
}

package org.coterie.meaning;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.coterie.meaning.NearIndex.Near;

/**
 * How long it takes to tell what a text means, and what of very many names is near; how often that is really the nearest;
 * and what a name takes in memory: {@code mvn -Pbench -Droom=meaning -Dmeasure=NearIndexBench -Dpeople=100000}, where the
 * number is of names.
 */
public final class NearIndexBench {

    private static final int ASKED = 500;
    private static final int AGAIN = 4;
    private static final double FLOOR = 0.5;
    private static final String TWENTY_WORDS =
            "on warm summer evenings I like to play the guitar and sing with a few other people in a park";

    private final Meaning meaning = new Meaning(() -> true);
    private final Random random = new Random(1);

    private NearIndexBench() {}

    /** Prints the figures. */
    public static void main(String[] names) {
        new NearIndexBench().run(Integer.parseInt(names[0]));
    }

    private void run(int count) {
        meaning.load();
        for (String text : List.of("cycling", "rock climbing", TWENTY_WORDS)) {
            times("to tell what %d letters mean".formatted(text.length()), 1_000, i -> meaning.of(text));
        }
        List<String> names = names(count + ASKED);
        long start = System.nanoTime();
        List<float[]> vectors = meaning.ofAll(names);
        System.out.printf(Locale.ROOT, "%.0f names a second told in bulk%n", names.size() / seconds(start));

        long before = used();
        start = System.nanoTime();
        var index = new NearIndex();
        for (int i = 0; i < count; i++) {
            index.put(id(names.get(i)), names.get(i), vectors.get(i));
        }
        System.out.printf(
                Locale.ROOT,
                "%d names, put in %.2f s, %d bytes each (with the id, without the letters)%n",
                index.size(),
                seconds(start),
                (used() - before) / count);
        times("to tell what is near", AGAIN * ASKED, i -> {
            int asked = count + i % ASKED;
            index.nearest(names.get(asked), vectors.get(asked), 10, FLOOR);
        });
        recall(index, names, vectors, count);
    }

    private static void recall(NearIndex index, List<String> names, List<float[]> vectors, int count) {
        List<Spelling> spellings =
                names.subList(0, count).stream().map(Spelling::of).toList();
        int best = 0;
        int near = 0;
        int found = 0;
        for (int asked = count; asked < names.size(); asked++) {
            Spelling name = Spelling.of(names.get(asked));
            double[] all = new double[count];
            for (int i = 0; i < count; i++) {
                double cosine = Nearness.cosine(vectors.get(i), vectors.get(asked));
                all[i] = Nearness.confidence(name, spellings.get(i), cosine);
            }
            double nearest = Arrays.stream(all).max().orElse(0);
            List<Near> told = index.nearest(names.get(asked), vectors.get(asked), Integer.MAX_VALUE, 0);
            best += told.get(0).confidence() >= nearest - 0.005 ? 1 : 0;
            near += (int) Arrays.stream(all).filter(one -> one >= FLOOR).count();
            found +=
                    (int) told.stream().filter(one -> one.confidence() >= FLOOR).count();
        }
        System.out.printf(
                Locale.ROOT,
                "the nearest is found for %d of %d; of %d at %.1f or more %d are%n",
                best,
                names.size() - count,
                near,
                FLOOR,
                found);
    }

    /** Words of English, one or two a name, and some misspelt. */
    private List<String> names(int count) {
        var words = new ArrayList<>(Vocabulary.get().words());
        words.removeIf(word -> !word.matches("[a-z]{4,}"));
        words.sort(null);
        var names = new LinkedHashSet<String>();
        while (names.size() < count) {
            String name = words.get(random.nextInt(words.size()));
            if (random.nextInt(5) > 0) {
                name += " " + words.get(random.nextInt(words.size()));
            }
            if (random.nextInt(10) == 0) {
                int at = random.nextInt(name.length() - 1);
                name = name.substring(0, at) + name.substring(at + 1);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static void times(String what, int times, IntConsumer todo) {
        for (int i = 0; i < times; i++) {
            todo.accept(i);
        }
        long[] took = new long[times];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long busy = -threads.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            todo.accept(i);
            took[i] = System.nanoTime() - start;
        }
        busy += threads.getCurrentThreadCpuTime();
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%s: half within %.2f ms, 99 of 100 within %.2f ms; %.2f ms of the processor each%n",
                what,
                took[times / 2] / 1e6,
                took[times * 99 / 100] / 1e6,
                busy / 1e6 / times);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

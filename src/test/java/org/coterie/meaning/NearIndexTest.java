package org.coterie.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coterie.meaning.NearIndex.Near;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearIndexTest {

    private static final int TOPICS = 300;

    private final NearIndex index = new NearIndex();

    /** Names and vectors that crowd around topics, as those of real words do. */
    private static final class Named {
        final String name;
        final float[] vector;

        Named(String name, float[] vector) {
            this.name = name;
            this.vector = vector;
        }

        static List<Named> some(int count, Random random) {
            float[] common = vector(random, new float[Meaning.DIMENSIONS], 1);
            var topics = new ArrayList<float[]>();
            for (int i = 0; i < TOPICS; i++) {
                topics.add(vector(random, common, 1));
            }
            var all = new ArrayList<Named>();
            for (int i = 0; i < count; i++) {
                float[] topic = topics.get(random.nextInt(TOPICS));
                all.add(new Named(word(random), vector(random, topic, 0.2 + random.nextDouble())));
            }
            return all;
        }

        private static float[] vector(Random random, float[] from, double away) {
            float[] vector = new float[from.length];
            double squares = 0;
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (from[i] + away * random.nextGaussian() / Math.sqrt(vector.length));
                squares += vector[i] * vector[i];
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / Math.sqrt(squares));
            }
            return vector;
        }

        private static String word(Random random) {
            var word = new StringBuilder();
            for (int i = 5 + random.nextInt(5); i > 0; i--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            return word.toString();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "σκάκι, κηπουρική, 0",
        "фотография, философия, 0",
        "футбол, фотография, 0",
        "שחמט, גינון, 0",
        "شطرنج, بستنة, 0",
        "शतरंज, बागवानी, 0",
        "หมากรุก, ทำสวน, 0",
        "фотография, photography, 0",
        "фотография, фотогафия, 1"
    })
    void whatTheModelCannotReadIsNearByItsSpellingAlone(String one, String other, int found) {
        index.put(id(other), other, TestModel.vector(other));

        assertThat(index.nearest(one, TestModel.vector(one), 5, 0.5)).hasSize(found);
    }

    @Property(tries = 3)
    void itFindsWhatIsNearestOfAllNearlyAlways(@ForAll @IntRange(max = 1_000_000) int seed) {
        var random = new Random(seed);
        List<Named> all = Named.some(4_000, random);
        for (var one : all.subList(100, all.size())) {
            index.put(id(one.name), one.name, one.vector);
        }

        int found = 0;
        for (var asked : all.subList(0, 100)) {
            double best = all.subList(100, all.size()).stream()
                    .mapToDouble(one -> Nearness.confidence(asked.name, asked.vector, one.name, one.vector))
                    .max()
                    .orElseThrow();
            found += index.nearest(asked.name, asked.vector, 1, 0).get(0).confidence() >= best - 0.01 ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo(95);
    }

    @Property(tries = 5)
    void whatWasTakenOutIsNotFoundAndWhatStayedIs(@ForAll @IntRange(max = 1_000_000) int seed) {
        var random = new Random(seed);
        List<Named> all = Named.some(600, random);
        for (var one : all) {
            index.put(id(one.name), one.name, one.vector);
        }
        List<Named> out = all.subList(0, 300);
        out.forEach(one -> index.remove(id(one.name)));
        List<Named> again = out.subList(0, 100);
        again.forEach(one -> index.put(id(one.name), one.name, one.vector));

        assertThat(index.size()).isEqualTo(400);
        for (var one : all.subList(100, 300)) {
            assertThat(index.nearest(one.name, one.vector, 10, 0))
                    .noneMatch(near -> near.id().equals(id(one.name)));
        }
        for (var one : all.subList(300, 600)) {
            assertThat(index.nearest(one.name, one.vector, 1, 0.9))
                    .extracting(Near::name)
                    .containsExactly(one.name);
        }
        all.forEach(one -> index.remove(id(one.name)));
        assertThat(index.size()).isZero();
    }

    @Test
    void whatHasSeveralNamesIsFoundOnceByTheNearest() {
        UUID cycling = id("cycling");
        for (String name : List.of("cycling", "biking", "bike riding")) {
            index.put(cycling, name, TestModel.vector(name));
        }
        index.put(id("cooking"), "cooking", TestModel.vector("cooking"));

        assertThat(nearest("Biking", 0.5)).extracting(Near::id, Near::name).containsExactly(tuple(cycling, "biking"));
    }

    @Test
    void aMisspeltNameIsFound() {
        for (String name : List.of("gardening", "gaming", "guitar", "cooking")) {
            index.put(id(name), name, TestModel.vector(name));
        }

        assertThat(nearest("gardning", 0.5)).extracting(Near::name).containsExactly("gardening");
    }

    @Test
    void theNearestComesFirstAndNotMoreThanAskedFor() {
        for (String name : List.of("cooking", "cookery", "baking", "chess")) {
            index.put(id(name), name, TestModel.vector(name));
        }

        List<Near> all = index.nearest("cooking", TestModel.vector("cooking"), 10, 0);

        assertThat(all).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
        assertThat(all.get(0).name()).isEqualTo("cooking");
        assertThat(index.nearest("cooking", TestModel.vector("cooking"), 2, 0)).isEqualTo(all.subList(0, 2));
    }

    @Test
    void aNameThatIsThereIsThereOnce() {
        index.put(id("chess"), "chess", TestModel.vector("chess"));
        index.put(id("chess"), "chess", TestModel.vector("chess"));

        assertThat(index.size()).isOne();
    }

    @Test
    void nothingIsNearToNothing() {
        assertThat(index.nearest("chess", new float[Meaning.DIMENSIONS], 10, 0)).isEmpty();
    }

    @Test
    void manyAskWhileNamesComeAndGo() throws Exception {
        List<Named> all = Named.some(2_000, new Random(1));
        List<Named> staying = all.subList(0, 100);
        staying.forEach(one -> index.put(id(one.name), one.name, one.vector));
        var done = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(3);
        Callable<Boolean> asking = () -> {
            boolean found = true;
            for (int i = 0; !done.get() || i < 100; i++) {
                Named one = staying.get(i % 100);
                found &= index.nearest(one.name, one.vector, 1, 0.9)
                        .get(0)
                        .name()
                        .equals(one.name);
            }
            return found;
        };
        try {
            var first = threads.submit(asking);
            var second = threads.submit(asking);
            for (var one : all.subList(100, 2_000)) {
                index.put(id(one.name), one.name, one.vector);
            }
            all.subList(100, 2_000).forEach(one -> index.remove(id(one.name)));
            done.set(true);

            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
            assertThat(index.size()).isEqualTo(100);
        } finally {
            done.set(true);
            threads.shutdown();
        }
    }

    private List<Near> nearest(String name, double floor) {
        return index.nearest(name, TestModel.vector(name), 10, floor);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

package org.coterie.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * People among whom purposes are planted, so that one can see which are found again. The same seed gives the same people.
 *
 * <p>There is one purpose for every four people: 3 to 5 niche tags. Each person takes up 1 to 3, mostly of the cell they
 * live in (8 cells, 4 languages), and forgets each tag with a probability of 0.15. On top of that come what makes it
 * hard: about 5 tags from a mass of popular ones, a random niche tag or so, a purpose of long ago for 30 % of the people,
 * a second language for 40 %, and a block within 5 % of the purposes.
 */
final class PlantedPeople {

    private static final int PEOPLE_PER_PURPOSE = 4;
    private static final double NICHE_TAGS_PER_PURPOSE = 1.5;
    private static final int MASS_TAGS = 100;
    private static final int CELLS = 8;
    private static final int LANGUAGES = 4;

    private final List<Map<Integer, Float>> interests = new ArrayList<>();
    private final List<int[]> purposeTags = new ArrayList<>();
    private final List<Set<Integer>> purposePeople = new ArrayList<>();
    private final List<int[]> blocks = new ArrayList<>();
    private final long[] languages;
    private final int tags;

    PlantedPeople(int people, long seed) {
        var random = new Random(seed);
        int purposes = Math.max(1, people / PEOPLE_PER_PURPOSE);
        int niche = Math.max(5, (int) (NICHE_TAGS_PER_PURPOSE * purposes));
        tags = niche + MASS_TAGS;
        languages = new long[people];
        for (int i = 0; i < purposes; i++) {
            purposeTags.add(random.ints(0, niche)
                    .distinct()
                    .limit(3 + random.nextInt(3))
                    .toArray());
            purposePeople.add(new HashSet<>());
        }
        for (int p = 0; p < people; p++) {
            interests.add(new HashMap<>());
            int cell = random.nextInt(CELLS);
            languages[p] = 1L << (cell % LANGUAGES);
            if (random.nextDouble() < 0.4) {
                languages[p] |= 1L << random.nextInt(LANGUAGES);
            }
            int wanted = 1 + random.nextInt(3);
            for (int i = 0; i < wanted; i++) {
                int purpose = draw(random, cell);
                if (purposePeople.get(purpose).add(p)) {
                    take(p, purpose, 1, random);
                }
            }
            if (random.nextDouble() < 0.3) {
                take(p, draw(random, cell), Math.pow(2, -2 - 2 * random.nextDouble()), random);
            }
            for (int i = 0; i < 5; i++) {
                int popular = (int) Math.pow(MASS_TAGS, random.nextDouble()); // Zipf
                like(p, niche + Math.min(MASS_TAGS, popular) - 1, 1, random);
            }
            if (random.nextDouble() < 0.8) {
                like(p, random.nextInt(niche), 1, random);
            }
        }
        for (var together : purposePeople) {
            if (together.size() > 1 && random.nextDouble() < 0.05) {
                blocks.add(together.stream().mapToInt(p -> p).sorted().limit(2).toArray());
            }
        }
    }

    /** Everybody, with room for so many groups. */
    Population population(int room) {
        return population(room, IntStream.range(0, interests.size()).toArray());
    }

    /** The same people, of whom the i-th to arrive is {@code order[i]}. */
    Population population(int room, int[] order) {
        var builder = Population.builder();
        for (int t = 0; t < tags; t++) {
            builder.tag(31L * t + 7);
        }
        var index = new int[order.length];
        for (int p : order) {
            index[p] = builder.person(1_000_003L * p + 11, languages[p], room);
            interests.get(p).forEach((tag, strength) -> builder.interest(index[p], tag, strength, Stance.SHARE));
        }
        blocks.forEach(pair -> builder.block(index[pair[0]], index[pair[1]]));
        return builder.build();
    }

    int people() {
        return interests.size();
    }

    int purposes() {
        return purposeTags.size();
    }

    int[] tags(int purpose) {
        return purposeTags.get(purpose).clone();
    }

    /** Who took the purpose up. */
    Set<Integer> takers(int purpose) {
        return Set.copyOf(purposePeople.get(purpose));
    }

    /** The most of those who took the purpose up, and remember enough of its tags, who share a language. */
    long mostWhoCanMeet(int purpose) {
        int[] tagsOfPurpose = purposeTags.get(purpose);
        return IntStream.range(0, LANGUAGES)
                .mapToLong(language -> purposePeople.get(purpose).stream()
                        .filter(p -> (languages[p] >> language & 1) != 0)
                        .filter(p -> IntStream.of(tagsOfPurpose)
                                        .filter(interests.get(p)::containsKey)
                                        .count()
                                >= Affinity.ADMITTED * tagsOfPurpose.length)
                        .count())
                .max()
                .orElse(0);
    }

    private int draw(Random random, int cell) {
        int purposes = purposeTags.size();
        int drawn = random.nextInt(purposes);
        boolean stays = random.nextDouble() < 0.9;
        int inCell = drawn - drawn % CELLS + cell;
        return stays && inCell < purposes ? inCell : drawn;
    }

    private void take(int person, int purpose, double fading, Random random) {
        for (int tag : purposeTags.get(purpose)) {
            if (random.nextDouble() >= 0.15) {
                like(person, tag, fading, random);
            }
        }
    }

    private void like(int person, int tag, double fading, Random random) {
        float strength = (float) (fading * (2 + random.nextInt(4)) / 5);
        if (strength >= 0.05f) {
            interests.get(person).merge(tag, strength, Math::max);
        }
    }

    @Override
    public String toString() {
        return "%d people, first with %s, purposes %s"
                .formatted(people(), interests.get(0), Arrays.toString(purposeTags.get(0)));
    }
}

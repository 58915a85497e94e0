package org.coterie.matching;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * People among whom purposes are planted, so that one can see which are found again. The same seed gives the same
 * people, and there may be millions of them.
 *
 * <p>There is one purpose for every four people: 3 to 5 niche tags. Each person takes up 1 to 3, mostly of the cell they
 * live in (8 cells: 4 languages in 2 time zones), and forgets each tag with a probability of 0.15. On top of that come
 * what makes it hard: about 5 tags from a mass of popular ones, a random niche tag or so, a purpose of long ago for 30 %
 * of the people, a second language for 40 %, unusual hours for 2 %, and a block within 5 % of the purposes.
 *
 * <p>Among 10 000 people the planted purposes, as far as those who took them up may meet and remember enough of them, cover
 * .907 of the people, with a mean cosine of .616 and an mF1 of .879: nobody can expect much more.
 */
final class PlantedPeople {

    private static final int PEOPLE_PER_PURPOSE = 4;
    private static final double NICHE_TAGS_PER_PURPOSE = 1.5;
    private static final int MASS_TAGS = 100;
    private static final int CELLS = 8;
    private static final int LANGUAGES = 4;

    /** On the scale from 1 to 5, a purpose is cared about with 3 to 5, anything else with 1 to 3. */
    private static final int DEAR = 3;

    private static final int PASSING = 1;

    /** So many hours of the week a group should have in common. */
    static final int COMMON_HOURS = 14;

    private final Random random;
    private final int tags;
    private final int niche;
    private final int[][] purposeTags;
    private final Circles takers;
    private final Circles blocks = new Circles();
    private final LongOpenHashSet blocked;
    private final long[] languages;

    /** One bit an hour of the day in UTC. */
    private final int[] freeHours;

    /** A person's interests are those from {@code start[p]} to {@code start[p + 1]}. */
    private final int[] start;

    private final IntArrayList tag = new IntArrayList();

    /** Aligned to {@link #tag}. */
    private final DoubleArrayList strength = new DoubleArrayList();

    PlantedPeople(int people, long seed) {
        random = new Random(seed);
        purposeTags = new int[Math.max(1, people / PEOPLE_PER_PURPOSE)][];
        niche = Math.max(5, (int) (NICHE_TAGS_PER_PURPOSE * purposeTags.length));
        tags = niche + MASS_TAGS;
        languages = new long[people];
        freeHours = new int[people];
        start = new int[people + 1];
        for (int i = 0; i < purposeTags.length; i++) {
            purposeTags[i] = random.ints(0, niche)
                    .distinct()
                    .limit(3 + random.nextInt(3))
                    .toArray();
        }
        var taken = new Circles();
        for (int p = 0; p < people; p++) {
            int cell = random.nextInt(CELLS);
            languages[p] = 1L << (cell % LANGUAGES);
            if (random.nextDouble() < 0.4) {
                languages[p] |= 1L << random.nextInt(LANGUAGES);
            }
            freeHours[p] = freeHours(cell);
            int[] wanted = IntStream.range(0, 1 + random.nextInt(3))
                    .map(i -> draw(cell))
                    .distinct()
                    .toArray();
            taken.add(wanted);
            for (int purpose : wanted) {
                take(p, purpose, 1);
            }
            if (random.nextDouble() < 0.3) {
                take(p, draw(cell), Math.pow(2, -2 - 2 * random.nextDouble()));
            }
            for (int i = 0; i < 5; i++) {
                int popular = (int) Math.pow(MASS_TAGS, random.nextDouble()); // Zipf
                like(p, niche + Math.min(MASS_TAGS, popular) - 1, 1, PASSING);
            }
            if (random.nextDouble() < 0.8) {
                like(p, random.nextInt(niche), 1, PASSING);
            }
            start[p + 1] = tag.size();
        }
        takers = taken.turned(purposeTags.length);
        for (int i = 0; i < purposeTags.length; i++) {
            if (takers.size(i) > 1 && random.nextDouble() < 0.05) {
                blocks.add(Arrays.copyOf(takers.members(i), 2));
            }
        }
        blocked = new LongOpenHashSet(blocks.pairs());
    }

    /** Everybody, with room for so many groups. */
    Population population(int room) {
        return population(room, everybody());
    }

    /** The same people, of whom the i-th to arrive is {@code order[i]}. */
    Population population(int room, int[] order) {
        return population(room, order, new BitSet(), OtherWords.NONE);
    }

    /** The same people, before they said some of their {@link #interests}. */
    Population population(int room, BitSet unsaid) {
        return population(room, everybody(), unsaid, OtherWords.NONE);
    }

    /** The same people, where not all say the same word for the same. */
    Population population(int room, OtherWords words) {
        return population(room, everybody(), new BitSet(), words);
    }

    private int[] everybody() {
        return IntStream.range(0, people()).toArray();
    }

    private Population population(int room, int[] order, BitSet unsaid, OtherWords words) {
        var builder = Population.builder();
        for (int t = 0; t < tags; t++) {
            builder.tag(31L * t + 7);
        }
        words.addTo(builder, niche);
        var index = new int[order.length];
        for (int p : order) {
            index[p] = builder.person(1_000_003L * p + 11, languages[p], room);
            builder.free(index[p], week(p));
            for (int i = start[p]; i < start[p + 1]; i++) {
                if (!unsaid.get(i)) {
                    int said =
                            tag.getInt(i) < niche ? words.said(i, tag.getInt(i), tags + tag.getInt(i)) : tag.getInt(i);
                    builder.interest(index[p], said, (float) strength.getDouble(i), Stance.SHARE);
                }
            }
        }
        for (int b = 0; b < blocks.count(); b++) {
            builder.block(index[blocks.members(b)[0]], index[blocks.members(b)[1]]);
        }
        return builder.build();
    }

    private BitSet week(int person) {
        var week = new BitSet();
        for (int hour = 0; hour < 7 * 24; hour++) {
            week.set(4 * hour, 4 * hour + 4, (freeHours[person] >> hour % 24 & 1) != 0);
        }
        return week;
    }

    int people() {
        return languages.length;
    }

    /** How many interests they have in all. */
    int interests() {
        return tag.size();
    }

    /** Whose an interest is. */
    int personOf(int interest) {
        int at = Arrays.binarySearch(start, interest + 1);
        return at < 0 ? -at - 2 : firstWith(at) - 1;
    }

    /** Those without interests end where the person before them ends. */
    private int firstWith(int at) {
        int first = at;
        while (first > 0 && start[first - 1] == start[at]) {
            first--;
        }
        return first;
    }

    int[] tags(int purpose) {
        return purposeTags[purpose].clone();
    }

    /** Who took each purpose up. */
    Circles takers() {
        return takers;
    }

    /** Whether nothing but their interests keeps these people apart. */
    boolean mayMeet(int[] members) {
        long common = -1;
        int free = -1;
        for (int member : members) {
            free &= freeHours[member];
            common &= languages[member];
        }
        var circle = new Circles();
        circle.add(members);
        return common != 0
                && Integer.bitCount(free) * 7 >= COMMON_HOURS
                && LongStream.of(circle.pairs()).noneMatch(blocked::contains);
    }

    /** The most of those who took the purpose up, and remember enough of its tags, who share a language. */
    long mostWhoCanMeet(int purpose) {
        int[] wanted = purposeTags[purpose];
        return IntStream.range(0, LANGUAGES)
                .mapToLong(language -> IntStream.of(takers.members(purpose))
                        .filter(p -> (languages[p] >> language & 1) != 0)
                        .filter(p ->
                                IntStream.of(wanted).filter(t -> holds(p, t)).count()
                                        >= Affinity.ADMITTED * wanted.length)
                        .count())
                .max()
                .orElse(0);
    }

    private boolean holds(int person, int wanted) {
        return IntStream.range(start[person], start[person + 1]).anyMatch(i -> tag.getInt(i) == wanted);
    }

    /** Five hours of the evening in the time zone of the cell; somebody who works shifts is free when others are not. */
    private int freeHours(int cell) {
        int evening = 9 * (cell / LANGUAGES) + random.nextInt(3);
        return 0b11111 << (random.nextDouble() < 0.02 ? (evening + 8) % 19 : evening);
    }

    private int draw(int cell) {
        int drawn = random.nextInt(purposeTags.length);
        boolean stays = random.nextDouble() < 0.9;
        int inCell = drawn - drawn % CELLS + cell;
        return stays && inCell < purposeTags.length ? inCell : drawn;
    }

    private void take(int person, int purpose, double fading) {
        for (int wanted : purposeTags[purpose]) {
            if (random.nextDouble() >= 0.15) {
                like(person, wanted, fading, DEAR);
            }
        }
    }

    private void like(int person, int liked, double fading, int least) {
        double now = fading * (least + random.nextInt(3)) / 5;
        if (now < 0.05) {
            return;
        }
        for (int i = start[person]; i < tag.size(); i++) {
            if (tag.getInt(i) == liked) {
                strength.set(i, Math.max(now, strength.getDouble(i)));
                return;
            }
        }
        tag.add(liked);
        strength.add(now);
    }

    @Override
    public String toString() {
        return "%d people around %d purposes, the first of %s"
                .formatted(people(), purposeTags.length, Arrays.toString(purposeTags[0]));
    }
}

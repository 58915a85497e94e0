package org.coterie.interests;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.coterie.meaning.Meaning;

/**
 * What those who hold a tag care about besides: the mean direction of what their other words mean. Summed up in whole numbers,
 * so that the order in which people come does not matter.
 */
final class Surroundings {

    private static final int WHOLE = 1 << 20;

    /** The words in question count as so many who hold the tag: where these are few, chance has not the last word. */
    private static final int OF_WORDS = 5;

    private final Set<UUID> people = new HashSet<>();
    private final long[] sum = new long[Meaning.DIMENSIONS];

    /** The direction of all of these vectors together, of length 1; zeros where they cancel each other out. */
    static float[] direction(Collection<float[]> vectors) {
        var all = new long[Meaning.DIMENSIONS];
        vectors.forEach(vector -> add(vector, all));
        double squares = 0;
        for (long one : all) {
            squares += (double) one * one;
        }
        var direction = new float[all.length];
        for (int i = 0; i < all.length && squares > 0; i++) {
            direction[i] = (float) (all[i] / Math.sqrt(squares));
        }
        return direction;
    }

    private static void add(float[] vector, long[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (long) (vector[i] * WHOLE);
        }
    }

    /** Adds somebody, by the direction of their other words. */
    void add(UUID personId, float[] rest) {
        people.add(personId);
        add(rest, sum);
    }

    /** Who is in it. */
    Set<UUID> people() {
        return people;
    }

    /** How many others are in it. */
    int others(UUID personId) {
        return people.size() - (people.contains(personId) ? 1 : 0);
    }

    /**
     * How close the other words of somebody are to those of all others in it.
     *
     * @param rest the direction of theirs, by which they were added if they are in it
     * @param words the direction of the words in question
     * @return from −1 to 1
     */
    double closeness(UUID personId, float[] rest, float[] words) {
        int own = people.contains(personId) ? 1 : 0;
        double product = 0;
        double squares = 0;
        for (int i = 0; i < sum.length; i++) {
            long others = sum[i] - own * (long) (rest[i] * WHOLE);
            double one = (double) others / WHOLE + OF_WORDS * words[i];
            product += one * rest[i];
            squares += one * one;
        }
        return squares == 0 ? 0 : product / Math.sqrt(squares);
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** What people say they care about, person by person, each one's tags in ascending order and each once. */
final class Entries {

    /** A person's entries are those from {@code start[p]} to {@code start[p + 1]}. */
    final int[] start;

    final int[] tag;
    final float[] strength;
    final BitSet offered = new BitSet();
    final BitSet sought = new BitSet();

    /** Of which nobody is to learn who does not hold the tag. */
    final BitSet secret = new BitSet();

    /** Reads everybody's interests, people and tags by these numbers instead of their indices in the population. */
    Entries(Population population, int[] numberOfPerson, int[] numberOfTag) {
        start = new int[numberOfPerson.length + 1];
        int[] interests = sorted(population, numberOfPerson, numberOfTag);
        tag = new int[start[numberOfPerson.length]];
        strength = new float[tag.length];
        for (int e = 0; e < tag.length; e++) {
            int interest = interests[e];
            tag[e] = numberOfTag[population.tagOf(interest)];
            strength[e] = population.strengthOf(interest);
            secret.set(e, population.isSecret(interest));
            switch (population.stanceOf(interest)) {
                case SHARE -> {} // where neither is set
                case OFFER -> offered.set(e);
                case SEEK -> sought.set(e);
            }
        }
    }

    /** Puts the interests in order of person and tag, of two alike the stronger, else the secret one, and finds where each person starts. */
    private int[] sorted(Population population, int[] numberOfPerson, int[] numberOfTag) {
        int interests = population.interests();
        int people = numberOfPerson.length;
        var raw = new int[people + 1];
        for (int i = 0; i < interests; i++) {
            raw[numberOfPerson[population.personOf(i)] + 1]++;
        }
        Arrays.parallelPrefix(raw, Integer::sum);
        var order = new int[interests];
        int[] next = raw.clone();
        for (int i = 0; i < interests; i++) {
            order[next[numberOfPerson[population.personOf(i)]]++] = i;
        }
        IntStream.range(0, people)
                .parallel()
                .forEach(p -> IntArrays.quickSort(order, raw[p], raw[p + 1], (a, b) -> {
                    int byTag = Integer.compare(numberOfTag[population.tagOf(a)], numberOfTag[population.tagOf(b)]);
                    int byStrength =
                            byTag != 0 ? byTag : Float.compare(population.strengthOf(b), population.strengthOf(a));
                    int byStance = byStrength != 0
                            ? byStrength
                            : population.stanceOf(a).compareTo(population.stanceOf(b));
                    return byStance != 0 ? byStance : Boolean.compare(population.isSecret(b), population.isSecret(a));
                }));
        int kept = 0;
        for (int p = 0; p < people; p++) {
            start[p] = kept;
            for (int i = raw[p]; i < raw[p + 1]; i++) {
                if (i == raw[p] || population.tagOf(order[i]) != population.tagOf(order[i - 1])) {
                    order[kept++] = order[i];
                }
            }
        }
        start[people] = kept;
        return order;
    }
}

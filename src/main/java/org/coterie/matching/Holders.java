package org.coterie.matching;

import java.util.Arrays;

/** Who holds each tag: what {@link Entries} say, the other way round. */
final class Holders {

    /** A tag's holders are those from {@code start[t]} to {@code start[t + 1]} in {@link #person}, ascending. */
    final int[] start;

    final int[] person;

    /** Turns round whose entries are those from {@code startOfPerson[p]} to {@code startOfPerson[p + 1]}. */
    Holders(int[] startOfPerson, int[] tag, int tags) {
        start = new int[tags + 1];
        person = new int[tag.length];
        for (int t : tag) {
            start[t + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = start.clone();
        for (int p = 0; p + 1 < startOfPerson.length; p++) {
            for (int e = startOfPerson[p]; e < startOfPerson[p + 1]; e++) {
                person[next[tag[e]]++] = p;
            }
        }
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who carries what, as {@link PurposeMining} looks at it: near tags as one, under the one of them that most people hold. Else
 * those who say the same in different words would be too few for every way of saying it.
 *
 * <p>A concept is a star: its tags are all near the one in the middle, and each tag is in one. So it has no more tags than one
 * has near ones, and no chain of ever less related words becomes one. It decides only which purposes are tried; who carries
 * them, and how they are said, is looked at tag by tag.
 *
 * <p>Where no tags are near, these are the arrays of the {@link Index} itself.
 */
final class Concepts {

    final int tags;
    final int total;

    /** A person's entries are those from {@code start[p]} to {@code start[p + 1]}, ascending by tag. */
    final int[] start;

    final int[] tag;

    /** How much of what the person cares about an entry is, times how surely. */
    final float[] share;

    /** A concept's holders are those from {@code holderStart[t]} to {@code holderStart[t + 1]} in {@link #holder}. */
    final int[] holderStart;

    final int[] holder;
    final int[] frequency;

    Concepts(Index index) {
        tags = index.tags;
        total = index.total;
        if (index.near.isEmpty()) {
            start = index.start;
            tag = index.tag;
            share = index.share;
            holderStart = index.holderStart;
            holder = index.holder;
            frequency = index.frequency;
            return;
        }
        int[] middle = middles(index);
        start = new int[index.people + 1];
        var allTags = new int[index.tag.length];
        var allShares = new float[index.tag.length];
        for (int p = 0; p < index.people; p++) {
            start[p + 1] = start[p];
            for (int e = index.start[p]; e < index.start[p + 1]; e++) {
                float sure = index.share[e] * ((float) index.share(e, middle[index.tag[e]]) / Shares.WHOLE);
                add(allTags, allShares, p, middle[index.tag[e]], sure);
            }
        }
        tag = Arrays.copyOf(allTags, start[index.people]);
        share = Arrays.copyOf(allShares, tag.length);
        var holders = new Holders(start, tag, tags);
        holderStart = holders.start;
        holder = holders.person;
        frequency = new int[tags];
        for (int t = 0; t < tags; t++) {
            frequency[middle[t]] += index.frequency[t] - index.holders(t); // those who are not here
        }
        for (int t = 0; t < tags; t++) {
            frequency[t] += holders(t);
        }
    }

    /** For each tag the middle of its concept: the tags that most people hold come first, and take their near ones. */
    private static int[] middles(Index index) {
        var middle = new int[index.tags];
        Arrays.fill(middle, -1);
        int[] commonestFirst = IntStream.range(0, index.tags).toArray();
        IntArrays.mergeSort(commonestFirst, (a, b) -> Integer.compare(index.holders(b), index.holders(a)));
        for (int t : commonestFirst) {
            if (middle[t] < 0) {
                middle[t] = t;
                for (int n = index.near.from(t); n < index.near.to(t); n++) {
                    int near = index.near.near(n);
                    middle[near] = middle[near] < 0 ? t : middle[near];
                }
            }
        }
        return middle;
    }

    /** Adds an entry to the person's, in order; of two of one concept the surer counts. */
    private void add(int[] allTags, float[] allShares, int person, int t, float sure) {
        int at = start[person + 1];
        while (at > start[person] && allTags[at - 1] > t) {
            at--;
        }
        if (at > start[person] && allTags[at - 1] == t) {
            allShares[at - 1] = Math.max(allShares[at - 1], sure);
            return;
        }
        int end = start[person + 1]++;
        System.arraycopy(allTags, at, allTags, at + 1, end - at);
        System.arraycopy(allShares, at, allShares, at + 1, end - at);
        allTags[at] = t;
        allShares[at] = sure;
    }

    /** How many people here hold the concept. */
    int holders(int t) {
        return holderStart[t + 1] - holderStart[t];
    }

    /** The person's entry for a concept, or a negative number where they have none. */
    int entry(int person, int t) {
        return Arrays.binarySearch(tag, start[person], start[person + 1], t);
    }
}

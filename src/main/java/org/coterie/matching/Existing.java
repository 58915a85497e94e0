package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The groups that there are before a formation: what for, who is in each, who said no to it. Some 8 bytes a member and a
 * tag. Read only after it was {@link #renumbered}.
 */
final class Existing {

    /** The purpose's tags and the members of each group, and who is barred from it: the group above, the other below. */
    private final LongArrayList tags;

    private final LongArrayList members;
    private final LongArrayList barred;
    private final BitSet answered;
    private final BitSet waiting;
    private final IntArrayList places;
    private final IntArrayList commonHours;
    private final IntArrayList fewest;

    private int[] tagStart = {};
    private int[] memberStart = {};
    private int[] barredStart = {};

    /** Who is barred from a group for which tag: the tag above, the person below. */
    private final LongOpenHashSet refused = new LongOpenHashSet();

    Existing() {
        this(
                new LongArrayList(),
                new LongArrayList(),
                new LongArrayList(),
                new BitSet(),
                new BitSet(),
                new IntArrayList(),
                new IntArrayList(),
                new IntArrayList());
    }

    private Existing(
            LongArrayList tags,
            LongArrayList members,
            LongArrayList barred,
            BitSet answered,
            BitSet waiting,
            IntArrayList places,
            IntArrayList commonHours,
            IntArrayList fewest) {
        this.tags = tags;
        this.members = members;
        this.barred = barred;
        this.answered = answered;
        this.waiting = waiting;
        this.places = places;
        this.commonHours = commonHours;
        this.fewest = fewest;
    }

    int add(boolean isAnswered, int most) {
        answered.set(places.size(), isAnswered);
        places.add(most);
        commonHours.add(0);
        fewest.add(0);
        return places.size() - 1;
    }

    void letWait(int group) {
        waiting.set(group);
    }

    void ask(int group, int hours) {
        commonHours.set(group, hours);
    }

    void takes(int group, int people) {
        fewest.set(group, people);
    }

    void leaveAlone(int group) {
        answered.set(group);
        places.set(group, 0);
    }

    void state(int group, int tag) {
        tags.add(pair(group, tag));
    }

    void seat(int group, int person) {
        members.add(pair(group, person));
    }

    void bar(int group, int person) {
        barred.add(pair(group, person));
    }

    /** The same groups, of people and tags by other numbers, whatever the order in which they came. */
    Existing renumbered(int[] numberOfPerson, int[] numberOfTag) {
        var other = new Existing(
                sorted(tags, numberOfTag),
                sorted(members, numberOfPerson),
                sorted(barred, numberOfPerson),
                (BitSet) answered.clone(),
                (BitSet) waiting.clone(),
                new IntArrayList(places),
                new IntArrayList(commonHours),
                new IntArrayList(fewest));
        other.tagStart = starts(other.tags);
        other.memberStart = starts(other.members);
        other.barredStart = other.starts(other.barred);
        for (int group = 0; group < other.count(); group++) {
            for (int person : other.barred(group)) {
                IntStream.of(other.purpose(group)).forEach(tag -> other.refused.add(pair(tag, person)));
            }
        }
        return other;
    }

    private static LongArrayList sorted(LongArrayList pairs, int[] number) {
        long[] renumbered = new long[pairs.size()];
        for (int i = 0; i < renumbered.length; i++) {
            renumbered[i] = pair(high(pairs.getLong(i)), number[low(pairs.getLong(i))]);
        }
        return LongArrayList.wrap(LongStream.of(renumbered).sorted().distinct().toArray());
    }

    private int[] starts(LongArrayList pairs) {
        var start = new int[count() + 1];
        for (int i = 0; i < pairs.size(); i++) {
            start[high(pairs.getLong(i)) + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        return start;
    }

    int count() {
        return places.size();
    }

    /** The most people in any of them. */
    int largest() {
        int largest = 0;
        for (int g = 0; g < count(); g++) {
            largest = Math.max(largest, memberStart[g + 1] - memberStart[g]);
        }
        return largest;
    }

    /** Whether a member has said yes to it. */
    boolean isAnswered(int group) {
        return answered.get(group);
    }

    /** Whether it takes more who say yes to come about. */
    boolean waits(int group) {
        return waiting.get(group);
    }

    /** How many people may be in it. */
    int places(int group) {
        return places.getInt(group);
    }

    /** How many people it takes at least, whatever a formation asks for. */
    int fewest(int group) {
        return fewest.getInt(group);
    }

    /** How many hours all in it have to share at least, whatever a formation asks for. */
    int commonHours(int group) {
        return commonHours.getInt(group);
    }

    /** The tags of its purpose, ascending. */
    int[] purpose(int group) {
        return lows(tags, tagStart[group], tagStart[group + 1]);
    }

    /** Those who are in it, ascending. */
    int[] members(int group) {
        return lows(members, memberStart[group], memberStart[group + 1]);
    }

    /** Those who are not to be asked again, ascending. */
    private int[] barred(int group) {
        return lows(barred, barredStart[group], barredStart[group + 1]);
    }

    /** Whether this person is not to be asked again. */
    boolean isBarred(int group, int person) {
        return Arrays.binarySearch(barred.elements(), barredStart[group], barredStart[group + 1], pair(group, person))
                >= 0;
    }

    /** Whether this person is not to be asked again into one of the groups for this tag. */
    boolean hasRefused(int person, int tag) {
        return refused.contains(pair(tag, person));
    }

    /** Those that are answered before the others, each in an order that does not depend on how they came. */
    int[] inOrder() {
        int[] order = new int[count()];
        Arrays.setAll(order, g -> g);
        IntArrays.mergeSort(order, (a, b) -> {
            int byState = Boolean.compare(isAnswered(b), isAnswered(a));
            int byPurpose = byState != 0 ? byState : Arrays.compare(purpose(a), purpose(b));
            int byMembers = byPurpose != 0 ? byPurpose : Arrays.compare(members(a), members(b));
            int byPlaces = byMembers != 0 ? byMembers : Integer.compare(places(a), places(b));
            int byHours = byPlaces != 0 ? byPlaces : Integer.compare(commonHours(a), commonHours(b));
            int byWaiting = byHours != 0 ? byHours : Boolean.compare(waits(a), waits(b));
            return byWaiting != 0 ? byWaiting : Arrays.compare(barred(a), barred(b));
        });
        return order;
    }

    private static int[] lows(LongArrayList pairs, int from, int to) {
        var lows = new int[to - from];
        for (int i = 0; i < lows.length; i++) {
            lows[i] = low(pairs.getLong(from + i));
        }
        return lows;
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low;
    }

    private static int high(long pair) {
        return (int) (pair >>> 32);
    }

    private static int low(long pair) {
        return (int) pair;
    }
}

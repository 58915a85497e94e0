package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Who is in a group only beside somebody: whoever does not want to be the only one of a kind, beside another of it; and who
 * come together, beside each other. What a kind is, such as all who hold a tag, is for the caller to say.
 *
 * <p>People are known by numbers. Nothing is asked of whoever wishes nothing, and where nobody does it costs nothing. Not
 * to be changed while several threads read it.
 */
public final class Bonds {

    private final LongSet kindred;
    private final Int2ObjectMap<IntList> wishes = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectMap<Party> parties = new Int2ObjectOpenHashMap<>();
    private int kinds;

    /** Nobody wishes anything yet. */
    public Bonds() {
        this(new LongOpenHashSet());
    }

    /** All who come together. */
    private static final class Party {

        private final IntArrayList members = new IntArrayList(2);

        private Party(int first) {
            members.add(first);
        }
    }

    private Bonds(LongSet kindred) {
        this.kindred = kindred;
    }

    /**
     * Adds a kind of people.
     *
     * @return its number
     */
    public int kind() {
        return kinds++;
    }

    /**
     * Says that this person is of a kind.
     *
     * @throws IndexOutOfBoundsException if there is no such kind
     */
    public void ofKind(int kind, int person) {
        kindred.add(pair(Objects.checkIndex(kind, kinds), person));
    }

    /**
     * Says that this person does not want to be the only one of a kind. It counts only while they are of it.
     *
     * @throws IndexOutOfBoundsException if there is no such kind
     */
    public void notTheOnlyOne(int person, int kind) {
        wishes.computeIfAbsent(person, first -> new IntArrayList()).add(Objects.checkIndex(kind, kinds));
    }

    /** Says that these two come together, and so do all who come with one of them; once is enough. */
    public void together(int one, int other) {
        Party first = parties.computeIfAbsent(one, Party::new);
        Party second = parties.computeIfAbsent(other, Party::new);
        if (first != second) {
            Party larger = first.members.size() < second.members.size() ? second : first;
            Party smaller = larger == first ? second : first;
            larger.members.addAll(smaller.members);
            smaller.members.forEach(person -> parties.put(person, larger));
        }
    }

    /** Whether nobody wishes anything. */
    public boolean isEmpty() {
        return wishes.isEmpty() && parties.isEmpty();
    }

    /**
     * Whether this person has, among these, all whom they are in a group only beside.
     *
     * @param company the group, with or without the person
     */
    public boolean met(int person, IntList company) {
        IntList wished = wishes(person);
        for (int i = 0; i < wished.size(); i++) {
            if (isAlone(person, wished.getInt(i), company)) {
                return false;
            }
        }
        IntList party = party(person);
        for (int i = 0; i < party.size(); i++) {
            if (party.getInt(i) != person && !company.contains(party.getInt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Those with whom the person comes, or not at all, and the person; nobody where they come alone. */
    IntList party(int person) {
        Party party = parties.isEmpty() ? null : parties.get(person);
        return party == null ? IntLists.EMPTY_LIST : party.members;
    }

    /** The kinds of which the person does not want to be the only one. */
    IntList wishes(int person) {
        return wishes.isEmpty() ? IntLists.EMPTY_LIST : wishes.getOrDefault(person, IntLists.EMPTY_LIST);
    }

    /** Whether the person would be the only one of a kind. */
    boolean isAlone(int person, int kind, IntList company) {
        if (!isOfKind(kind, person)) {
            return false;
        }
        for (int i = 0; i < company.size(); i++) {
            if (company.getInt(i) != person && isOfKind(kind, company.getInt(i))) {
                return false;
            }
        }
        return true;
    }

    boolean isOfKind(int kind, int person) {
        return kindred.contains(pair(kind, person));
    }

    /** Whether anything is wished of the company of this person. */
    boolean bind(int person) {
        return !wishes(person).isEmpty() || !party(person).isEmpty();
    }

    /** The same bonds of people by other numbers, whatever the order in which kinds and wishes came. */
    Bonds renumbered(int[] numberOf) {
        long[] ofKinds = kindred.longStream()
                .map(one -> pair((int) (one >>> 32), numberOf[(int) one]))
                .sorted()
                .toArray();
        int[] numberOfKind = byMembers(ofKinds);
        var renumbered = new LongOpenHashSet(ofKinds.length);
        for (long one : ofKinds) {
            renumbered.add(pair(numberOfKind[(int) (one >>> 32)], (int) one));
        }
        var other = new Bonds(renumbered);
        other.kinds = kinds;
        wishes.int2ObjectEntrySet()
                .forEach(one -> other.wishes.put(
                        numberOf[one.getIntKey()],
                        IntArrayList.wrap(one.getValue()
                                .intStream()
                                .map(kind -> numberOfKind[kind])
                                .sorted()
                                .toArray())));
        parties.forEach((person, party) -> other.together(numberOf[party.members.getInt(0)], numberOf[person]));
        new HashSet<>(other.parties.values()).forEach(party -> party.members.sort(null));
        return other;
    }

    /** For each kind its place in an order that rests on nothing but who is of it: by the kinds and people, ascending. */
    private int[] byMembers(long[] ofKinds) {
        var start = new int[kinds + 1];
        var member = new int[ofKinds.length];
        for (int i = 0; i < ofKinds.length; i++) {
            start[(int) (ofKinds[i] >>> 32) + 1]++;
            member[i] = (int) ofKinds[i];
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] order = IntStream.range(0, kinds).toArray();
        IntArrays.mergeSort(
                order, (a, b) -> Arrays.compare(member, start[a], start[a + 1], member, start[b], start[b + 1]));
        return Numbering.inverse(order);
    }

    private static long pair(int kind, int person) {
        return (long) kind << 32 | person;
    }
}

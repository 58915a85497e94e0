package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Objects;

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
    private final Int2ObjectMap<IntList> companions = new Int2ObjectOpenHashMap<>();
    private int kinds;

    /** Nobody wishes anything yet. */
    public Bonds() {
        this(new LongOpenHashSet());
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

    /** Says that each of these two is in a group only with the other; once is enough. */
    public void together(int one, int other) {
        for (int[] pair : new int[][] {{one, other}, {other, one}}) {
            IntList beside = companions.computeIfAbsent(pair[0], first -> new IntArrayList());
            if (!beside.contains(pair[1])) {
                beside.add(pair[1]);
            }
        }
    }

    /** Whether nobody wishes anything. */
    public boolean isEmpty() {
        return wishes.isEmpty() && companions.isEmpty();
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
        IntList beside = companions(person);
        return beside.isEmpty() || company.containsAll(beside);
    }

    /** Those with whom the person comes, or not at all. */
    IntList companions(int person) {
        return companions.isEmpty() ? IntLists.EMPTY_LIST : companions.getOrDefault(person, IntLists.EMPTY_LIST);
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
        return !wishes(person).isEmpty() || !companions(person).isEmpty();
    }

    /** The same bonds of people by other numbers. */
    Bonds renumbered(int[] numberOf) {
        var renumbered = new LongOpenHashSet(kindred.size());
        kindred.forEach(one -> renumbered.add(pair((int) (one >>> 32), numberOf[(int) one])));
        var other = new Bonds(renumbered);
        other.kinds = kinds;
        wishes.int2ObjectEntrySet()
                .forEach(one -> other.wishes.put(numberOf[one.getIntKey()], new IntArrayList(one.getValue())));
        companions.forEach((one, beside) -> {
            for (int i = 0; i < beside.size(); i++) {
                other.together(numberOf[one], numberOf[beside.getInt(i)]);
            }
        });
        other.companions.values().forEach(beside -> beside.sort(null));
        return other;
    }

    private static long pair(int kind, int person) {
        return (long) kind << 32 | person;
    }
}

package org.coterie.interests;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coterie.live.Identified;
import org.coterie.live.Numbered;

/**
 * A tag and the places of its holders, by their numbers: those of who went are empty until there are many. Nearly all hold it
 * in the order in which they said it; some may follow who said it earlier and were heard of later.
 */
final class TagHolders extends Identified {

    private static final int FEW = 8;
    private static final int MANY = 64;

    /** So few are put in order as soon as somebody asks for them. */
    private static final int SOON_IN_ORDER = 1_000;

    /** So few may have said it after somebody who is heard of after them, and make room at once. */
    private static final int NEAR = 16;

    private static final int NOBODY = -1;
    private static final int FAR = -1;

    private final Numbered<Holder> people;
    private int[] holders = new int[2];
    private int end;
    private int gone;
    private int open;

    /** Before this place they are in the order in which they said it. */
    private int inOrder;

    /** Whether they are put in order later: until then each new one comes last, and nobody is to ask for them. */
    private boolean inAnyOrder;

    /** No holder's interest is over before; of those that are to be put in order, it may be any time. */
    private long nextOver = Long.MAX_VALUE;

    /**
     * A tag that nobody holds yet.
     *
     * @param inAnyOrder whether its holders are put in order only by {@link #orderSoon}
     */
    TagHolders(UUID id, Numbered<Holder> people, boolean inAnyOrder) {
        super(id);
        this.people = people;
        this.inAnyOrder = inAnyOrder;
    }

    /** How many hold it publicly. */
    int open() {
        return open;
    }

    /** Whether somebody's interest may be over by then, or they are to be put in order. */
    boolean isToBeSwept(long now) {
        return nextOver <= now;
    }

    /** Whether so many are not in their order that it is worth a step over all; until then they are sorted for each look. */
    boolean isToBeOrdered() {
        int others = end - inOrder;
        return others > NEAR && others > end / others;
    }

    /** Seats somebody behind all who said it before them, where these are near; else at the end. */
    void add(Holder person, int i) {
        if (end == holders.length) {
            holders = Arrays.copyOf(holders, end < MANY ? 2 * end + 2 : end + (end >> 1));
        }
        int at = inAnyOrder || inOrder < end ? FAR : placeFor(person.expressedAt(i));
        if (at == FAR) {
            at = end++;
        } else {
            inOrder = ++end;
            makeRoom(at);
        }
        holders[at] = person.number();
        person.seat(i, at);
        open += person.isOpen(i) ? 1 : 0;
        nextOver = Math.min(nextOver, person.matchesUntil(i));
    }

    /** Where somebody belongs who said it then. */
    private int placeFor(long expressedAt) {
        int at = end;
        for (int p = end - 1; p >= 0; p--) {
            if (end - p > NEAR) {
                return FAR;
            }
            if (holders[p] != NOBODY) {
                Holder other = people.get(holders[p]);
                if (other.expressedAt(other.indexOf(this)) <= expressedAt) {
                    return at;
                }
                at = p;
            }
        }
        return at;
    }

    private void makeRoom(int at) {
        for (int p = end - 1; p > at; p--) {
            holders[p] = holders[p - 1];
            if (holders[p] != NOBODY) {
                Holder other = people.get(holders[p]);
                other.seat(other.indexOf(this), p);
            }
        }
    }

    void remove(Holder person, int i) {
        leave(person, i);
        if (gone > FEW && gone > end / 2) {
            closeRanks();
        }
    }

    private void leave(Holder person, int i) {
        holders[person.place(i)] = NOBODY;
        person.unseat(i);
        gone++;
        open -= person.isOpen(i) ? 1 : 0;
    }

    private Seated seated(int at) {
        Holder person = people.get(holders[at]);
        return new Seated(person, person.indexOf(this));
    }

    /** Leaves no place empty, and puts them in order. */
    void closeRanks() {
        var all = new Seated[end - gone];
        int found = 0;
        for (int p = 0; p < end; p++) {
            if (holders[p] != NOBODY) {
                all[found++] = seated(p);
            }
        }
        if (inOrder < end) {
            Arrays.sort(all);
        }
        seat(all);
    }

    private void seat(Seated[] all) {
        holders = new int[all.length];
        end = all.length;
        inOrder = end;
        gone = 0;
        for (int p = 0; p < end; p++) {
            holders[p] = all[p].person.number();
            all[p].person.seat(all[p].i, p);
        }
    }

    /** Lets those go for whom it is over, and puts the others in order. */
    void sweep(long now) {
        nextOver = Long.MAX_VALUE;
        for (int p = 0; p < end; p++) {
            if (holders[p] != NOBODY) {
                Holder person = people.get(holders[p]);
                int i = person.indexOf(this);
                if (person.matchesUntil(i) <= now) {
                    leave(person, i);
                } else {
                    nextOver = Math.min(nextOver, person.matchesUntil(i));
                }
            }
        }
        closeRanks();
    }

    /** Puts many into the order in which they said it; few are, when they are next swept. */
    void orderSoon() {
        inAnyOrder = false;
        inOrder = 0;
        if (end > SOON_IN_ORDER) {
            closeRanks();
        } else {
            nextOver = Long.MIN_VALUE;
        }
    }

    /** The numbers of so many of them, who said it last first. */
    IntArrayList latest(int limit) {
        Seated[] others = othersInOrder();
        int other = others.length - 1;
        var latest = new IntArrayList(Math.min(limit, end - gone));
        for (int p = inOrder - 1; p >= 0 && latest.size() < limit; p--) {
            if (holders[p] != NOBODY) {
                while (other >= 0 && latest.size() < limit && others[other].compareTo(seated(p)) > 0) {
                    latest.add(others[other--].person.number());
                }
                if (latest.size() < limit) {
                    latest.add(holders[p]);
                }
            }
        }
        for (; other >= 0 && latest.size() < limit; other--) {
            latest.add(others[other].person.number());
        }
        return latest;
    }

    private Seated[] othersInOrder() {
        return IntStream.range(inOrder, end)
                .filter(p -> holders[p] != NOBODY)
                .mapToObj(this::seated)
                .sorted()
                .toArray(Seated[]::new);
    }

    /** A holder, and which of their interests it is. */
    private record Seated(Holder person, int i, long expressedAt, UUID id) implements Comparable<Seated> {

        Seated(Holder person, int i) {
            this(person, i, person.expressedAt(i), person.id());
        }

        /** In the order in which they said it. */
        @Override
        public int compareTo(Seated other) {
            return expressedAt == other.expressedAt
                    ? id.compareTo(other.id)
                    : Long.compare(expressedAt, other.expressedAt);
        }
    }
}

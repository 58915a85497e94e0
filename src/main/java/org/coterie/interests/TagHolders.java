package org.coterie.interests;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.UUID;
import org.coterie.live.Identified;
import org.coterie.live.Numbered;

/** A tag and the places of its holders, by their numbers: those of who went are empty until there are many. */
final class TagHolders extends Identified {

    private static final int FEW = 8;
    private static final int MANY = 64;

    /** So few are put in order as soon as somebody asks for them. */
    private static final int SOON_IN_ORDER = 1_000;

    private static final int NOBODY = -1;

    private final Numbered<Holder> people;
    private int[] holders = new int[2];
    private int end;
    private int gone;
    private int open;
    private boolean ordered = true;

    /** No holder's interest is over before; of those that are not in order yet, it may be any time. */
    private long nextOver = Long.MAX_VALUE;

    TagHolders(UUID id, Numbered<Holder> people) {
        super(id);
        this.people = people;
    }

    /** How many hold it publicly. */
    int open() {
        return open;
    }

    /** Whether somebody's interest may be over by then, or they are not in order yet. */
    boolean isToBeSwept(long now) {
        return nextOver <= now;
    }

    void add(Holder person, int i) {
        if (end == holders.length) {
            holders = Arrays.copyOf(holders, end < MANY ? 2 * end + 2 : end + (end >> 1));
        }
        holders[end] = person.number();
        person.seat(i, end++);
        open += person.isOpen(i) ? 1 : 0;
        nextOver = Math.min(nextOver, person.matchesUntil(i));
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

    private Seated[] seated() {
        var seated = new Seated[end - gone];
        int found = 0;
        for (int p = 0; p < end; p++) {
            if (holders[p] != NOBODY) {
                Holder person = people.get(holders[p]);
                seated[found++] = new Seated(person, person.indexOf(this));
            }
        }
        return seated;
    }

    private void closeRanks() {
        seat(seated());
    }

    private void seat(Seated[] all) {
        holders = new int[all.length];
        end = all.length;
        gone = 0;
        for (int p = 0; p < end; p++) {
            holders[p] = all[p].person.number();
            all[p].person.seat(all[p].i, p);
        }
    }

    /** Lets those go for whom it is over, and puts the others in order where they are not yet. */
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
        if (ordered) {
            closeRanks();
        } else {
            order();
        }
    }

    /** Puts many into the order in which they said it; few are, when they are next swept. */
    void orderSoon() {
        if (end > SOON_IN_ORDER) {
            order();
        } else {
            ordered = false;
            nextOver = Long.MIN_VALUE;
        }
    }

    private void order() {
        ordered = true;
        Seated[] all = seated();
        Arrays.sort(all);
        seat(all);
    }

    /** The numbers of so many of them, who said it last first. */
    IntArrayList latest(int limit) {
        var latest = new IntArrayList(Math.min(limit, end - gone));
        for (int p = end - 1; p >= 0 && latest.size() < limit; p--) {
            if (holders[p] != NOBODY) {
                latest.add(holders[p]);
            }
        }
        return latest;
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

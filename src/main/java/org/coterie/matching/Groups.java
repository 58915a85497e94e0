package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Who is in which group at this moment of the formation, and how much of each person's interests their groups cover.
 * Seating and unseating are mere book-keeping: {@link HardRules} says what is allowed.
 */
final class Groups {

    /** Every group's purpose has this many places for tags. */
    static final int WIDTH = Purpose.MOST_TAGS;

    /** A stated tag is carried by at least this share of the members. */
    static final double SHARED_BY = 0.6;

    /** What whoever says nothing of it is taken to speak. */
    static final long EVERY_LANGUAGE = -1;

    private final Index index;
    private final int mostPlaces;

    /** How wide a row of {@link #members} is: there may be larger groups already than are made now. */
    private final int width;

    private final int groupsPerPerson;
    private int[] purpose = new int[16 * WIDTH];
    private int[] purposeSize = new int[16];
    private int[] carriers = new int[16 * WIDTH];
    private int[] members;
    private int[] size = new int[16];
    private long[] languages = new long[16];
    private int groups;

    /** The groups that there were before come first: for each its index among {@link Existing}. */
    private final IntArrayList kept = new IntArrayList();

    /** What has changed here. */
    final Changes changes = new Changes();

    private final int[] memberships;
    private final byte[] membershipCount;
    private final Coverage coverage;

    Groups(Index index, FormationRules rules) {
        this.index = index;
        mostPlaces = rules.maxSize();
        width = Math.max(mostPlaces, index.existing.largest());
        groupsPerPerson = rules.groupsPerPerson();
        members = new int[16 * width];
        memberships = new int[index.people * groupsPerPerson];
        membershipCount = new byte[index.people];
        coverage = new Coverage(index, this);
    }

    /** How many groups there ever were; those that were dissolved are empty. */
    int count() {
        return groups;
    }

    int size(int g) {
        return size[g];
    }

    /** How many people may be in the group. */
    int places(int g) {
        return isKept(g) ? Math.min(mostPlaces, index.existing.places(kept.getInt(g))) : mostPlaces;
    }

    /** Whether the group was there before: nobody is moved out of it. */
    boolean isKept(int g) {
        return g < kept.size();
    }

    /** Whether a member has said yes to it: what for and for whom it is has been decided. */
    boolean isAnswered(int g) {
        return isKept(g) && index.existing.isAnswered(kept.getInt(g));
    }

    /** Whether a member has said yes to it, and not enough have for it to come about. */
    boolean waits(int g) {
        return isKept(g) && index.existing.waits(kept.getInt(g));
    }

    /** How many hours all in it have to share at least, whatever is asked for now. */
    int commonHours(int g) {
        return isKept(g) ? index.existing.commonHours(kept.getInt(g)) : 0;
    }

    /** The index among {@link Existing} of a group that was there before, or -1. */
    int origin(int g) {
        return isKept(g) ? kept.getInt(g) : -1;
    }

    /** Whether the person is not to be asked into the group. */
    boolean isBarred(int g, int person) {
        return isKept(g) && index.existing.isBarred(kept.getInt(g), person);
    }

    int member(int g, int i) {
        return members[g * width + i];
    }

    int purposeSize(int g) {
        return purposeSize[g];
    }

    int purposeTag(int g, int i) {
        return purpose[g * WIDTH + i];
    }

    /** The purpose's tags, ascending. */
    int[] purpose(int g) {
        return Arrays.copyOfRange(purpose, g * WIDTH, g * WIDTH + purposeSize[g]);
    }

    /** How many members carry the i-th tag of the purpose, in thousandths: of those who carry it in part, so much. */
    int carriers(int g, int i) {
        return carriers[g * WIDTH + i];
    }

    /** The languages common to all members whose languages are known. */
    long languages(int g) {
        return languages[g];
    }

    int groupsOf(int person) {
        return membershipCount[person];
    }

    int groupOf(int person, int i) {
        return memberships[person * groupsPerPerson + i];
    }

    boolean hasRoom(int person) {
        return membershipCount[person] < index.room[person];
    }

    boolean contains(int g, int person) {
        for (int i = 0; i < membershipCount[person]; i++) {
            if (groupOf(person, i) == g) {
                return true;
            }
        }
        return false;
    }

    /** How much of each of the group's tags the person carries: {@link Shares}. */
    long carried(int g, int person) {
        return index.carried(person, purpose, g * WIDTH, purposeSize[g]);
    }

    /** The person's entry by which they carry the i-th tag of the group's purpose, or a negative number. */
    int answer(int g, int person, int i) {
        return index.answer(person, purpose, g * WIDTH, purposeSize[g], i);
    }

    /** Whether somebody who carries so much of the group's purpose is admitted to it. */
    boolean admits(int g, long carried) {
        return index.admits(carried, purpose, g * WIDTH, purposeSize[g]);
    }

    /** How much of this entry of theirs the person's groups are about, 0 to 1: that one which is most about it. */
    double covered(int person, int entry) {
        return coverage.covered(person, entry);
    }

    /** How much of what the person cares about their groups cover, 0 to 1. */
    double covered(int person) {
        return coverage.covered(person);
    }

    /** How much more of what the person cares about would be covered by a group with this purpose, 0 to 1. */
    double gain(int person, int[] tags, int from, int count) {
        return coverage.gain(person, tags, from, count);
    }

    double gain(int person, int g) {
        return gain(person, purpose, g * WIDTH, purposeSize[g]);
    }

    /** How much more would be covered if the person left one of their groups for another, -1 to 1. */
    double exchange(int person, int left, int joined) {
        return coverage.exchange(person, left, joined);
    }

    /** Which of the group's tags the person carries by this entry of theirs, or -1. */
    int answered(int g, int person, int entry) {
        int i = index.near.answered(index.tag[entry], purpose, g * WIDTH, purposeSize[g]);
        return i >= 0 && answer(g, person, i) == entry ? i : -1;
    }

    boolean states(int g, int tag) {
        return Arrays.binarySearch(purpose, g * WIDTH, g * WIDTH + purposeSize[g], tag) >= 0;
    }

    /** Takes over a group that there is, so far without its members; before any other is founded. */
    int keep(int existing) {
        if (groups > kept.size()) {
            throw new IllegalStateException("groups that there were come before those that are founded");
        }
        kept.add(existing);
        return found(index.existing.purpose(existing));
    }

    /** Begins a group without members. */
    int found(int[] tags) {
        if (groups == size.length) {
            int grown = groups * 2;
            purpose = Arrays.copyOf(purpose, grown * WIDTH);
            carriers = Arrays.copyOf(carriers, grown * WIDTH);
            members = Arrays.copyOf(members, grown * width);
            purposeSize = Arrays.copyOf(purposeSize, grown);
            size = Arrays.copyOf(size, grown);
            languages = Arrays.copyOf(languages, grown);
        }
        int g = groups++;
        System.arraycopy(tags, 0, purpose, g * WIDTH, tags.length);
        Arrays.fill(carriers, g * WIDTH, (g + 1) * WIDTH, 0);
        purposeSize[g] = tags.length;
        size[g] = 0;
        languages[g] = EVERY_LANGUAGE;
        return g;
    }

    /** Takes back the group founded last, which is empty. */
    void forget(int g) {
        if (g != groups - 1 || size[g] != 0) {
            throw new IllegalStateException("only the last group, and empty, can be forgotten");
        }
        groups--;
    }

    void seat(int g, int person) {
        members[g * width + size[g]++] = person;
        // whoever is in more groups already leaves none and joins none, so that the others need not be known
        if (membershipCount[person] < groupsPerPerson) {
            memberships[person * groupsPerPerson + membershipCount[person]++] = g;
        }
        if (index.languages[person] != 0) {
            languages[g] &= index.languages[person];
        }
        cover(g, person, 1);
        changes.changed(g);
    }

    void unseat(int g, int person) {
        cover(g, person, -1);
        changes.changed(g);
        changes.unseated(person);
        int from = g * width;
        int i = from;
        while (members[i] != person) {
            i++;
        }
        size[g]--;
        System.arraycopy(members, i + 1, members, i, from + size[g] - i);
        int first = person * groupsPerPerson;
        int m = first;
        while (memberships[m] != g) {
            m++;
        }
        membershipCount[person]--;
        System.arraycopy(memberships, m + 1, memberships, m, first + membershipCount[person] - m);
        languages[g] = EVERY_LANGUAGE;
        for (int k = from; k < from + size[g]; k++) {
            if (index.languages[members[k]] != 0) {
                languages[g] &= index.languages[members[k]];
            }
        }
    }

    /** Takes everybody out of the group. */
    void dissolve(int g) {
        while (size[g] > 0) {
            unseat(g, member(g, size[g] - 1));
        }
    }

    /** States another purpose for the same members. */
    void restate(int g, int[] tags) {
        for (int i = 0; i < size[g]; i++) {
            cover(g, member(g, i), -1);
        }
        System.arraycopy(tags, 0, purpose, g * WIDTH, tags.length);
        purposeSize[g] = tags.length;
        for (int i = 0; i < size[g]; i++) {
            cover(g, member(g, i), 1);
        }
        changes.changed(g);
    }

    /** Everybody in the group, in the order they were seated. */
    IntArrayList members(int g) {
        return IntArrayList.wrap(Arrays.copyOfRange(members, g * width, g * width + size[g]));
    }

    private void cover(int g, int person, int by) {
        for (int i = 0; i < purposeSize[g]; i++) {
            carriers[g * WIDTH + i] += by * coverage.note(g, person, i, by);
        }
    }
}

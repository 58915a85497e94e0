package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries what would become of a group or two, were they put together otherwise for somebody who is in none: a group is founded
 * around that person, those who are not in it stay as they were if they still may, and else each looks for another place.
 */
final class Reseating {

    /** Of those who share a tag, no more are asked to come. */
    private static final int ASKED = 256;

    private static final double NO_GOOD = Double.NEGATIVE_INFINITY;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final Assembly assembly;
    private final Refinement refinement;
    private final OpenPlaces places;

    /** What is tried right now: which groups were let go of, and who was in each. */
    private int[] ended = {};

    private final List<IntArrayList> before = new ArrayList<>();
    private final IntSet freed = new IntLinkedOpenHashSet();

    /** Which groups there are for it, and who has taken an open place in which other. */
    private final IntArrayList founded = new IntArrayList();

    private final IntArrayList joiners = new IntArrayList();
    private final IntArrayList joined = new IntArrayList();

    /** How many have a group by it who had none. */
    private int placed;

    private int person;

    private int trials;

    /** For each of the person's tags those who share it, and whom the person may meet. */
    private final List<IntArrayList> peers = new ArrayList<>();

    /** The best that was found for the person. */
    private Trial best = Trial.NONE;

    /**
     * What can be tried.
     *
     * @param entry of the person's: what their group is founded around
     * @param alone whether nobody is asked into it but who was in the groups that are let go of
     */
    private record Trial(IntArrayList ended, int entry, boolean alone, double worth) {

        static final Trial NONE = new Trial(IntArrayList.of(), -1, false, NO_GOOD);
    }

    /** Among the groups that there are now. */
    Reseating(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.assembly = new Assembly(index, groups, rules, Ranking.By.SHARE);
        this.refinement = new Refinement(index, groups);
        this.places = new OpenPlaces(index, groups, rules);
    }

    /**
     * From here on it is about this person, who is in no group.
     *
     * @return groups, none that there was before, in which somebody shares a tag with the person whom they may meet; no more than
     *     so many
     */
    int[] begin(int person, int most) {
        this.person = person;
        best = Trial.NONE;
        peers.clear();
        var around = new IntLinkedOpenHashSet();
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            var some = sharing(index.tag[e]);
            peers.add(some);
            for (int i = 0; i < some.size() && around.size() < most; i++) {
                addGroupsOf(some.getInt(i), around);
            }
        }
        return around.intStream().limit(most).toArray();
    }

    /** None where they are too few for a group. */
    private IntArrayList sharing(int tag) {
        var some = new IntArrayList();
        var carriers = index.carriers(tag);
        groups.changes.suppose();
        int g = groups.found(new int[] {tag});
        groups.seat(g, person);
        int asked = Math.min(ASKED, carriers.size());
        for (int c = 0; c < asked; c++) {
            int one = carriers.getInt(c);
            if (one != person && rules.mayMeet(g, one)) {
                some.add(one);
            }
        }
        groups.dissolve(g);
        groups.forget(g);
        groups.changes.asBefore();
        return some.size() + 1 < rules.minSize() ? IntArrayList.of() : some;
    }

    private void addGroupsOf(int one, IntSet around) {
        for (int i = 0; i < groups.groupsOf(one); i++) {
            if (!groups.isKept(groups.groupOf(one, i))) {
                around.add(groups.groupOf(one, i));
            }
        }
    }

    /** Whether anything was found for the person. */
    boolean isFound() {
        return best.worth != NO_GOOD;
    }

    /** How often something was tried, for whomever. */
    int trials() {
        return trials;
    }

    /** Tries to let go of these groups. */
    void consider(int... some) {
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            if (isAnyInEach(peers(e), some)) {
                consider(some, e, true);
                consider(some, e, false);
            }
        }
    }

    /** Does the best that was found; whether there was anything. */
    boolean finish() {
        if (isFound()) {
            reseat(best.ended.toIntArray(), best.entry, best.alone);
            founded.forEach(refinement::refine);
        }
        return isFound();
    }

    private IntArrayList peers(int entry) {
        return peers.get(entry - index.start[person]);
    }

    private boolean isAnyInEach(IntArrayList peersByTag, int[] some) {
        return IntStream.of(some).allMatch(g -> peersByTag.intStream().anyMatch(one -> groups.contains(g, one)));
    }

    private void consider(int[] some, int entry, boolean alone) {
        trials++;
        groups.changes.suppose();
        double worth = reseat(some, entry, alone);
        takeBack();
        groups.changes.asBefore();
        if (worth > best.worth) {
            best = new Trial(IntArrayList.of(some), entry, alone, worth);
        }
    }

    /** How many more have a group, and how much more of what those who had one care about their groups cover. */
    private double reseat(int[] some, int entry, boolean alone) {
        letGo(some);
        double worth = -covered();
        for (int g : ended) {
            groups.dissolve(g);
        }
        foundForPerson(entry, alone);
        if (groups.groupsOf(person) == 0) {
            return NO_GOOD;
        }
        for (int i = 0; i < ended.length; i++) {
            stayTogether(ended[i], before.get(i));
        }
        freed.intStream().filter(this::isLeft).forEach(this::seat);
        int left = (int) freed.intStream().filter(this::isLeft).count();
        return placed > left ? placed - left + worth + covered() : NO_GOOD;
    }

    private void letGo(int[] some) {
        ended = some;
        before.clear();
        freed.clear();
        founded.clear();
        joined.clear();
        joiners.clear();
        placed = 0;
        for (int g : some) {
            before.add(groups.members(g));
            freed.addAll(groups.members(g));
        }
    }

    private double covered() {
        return freed.intStream().mapToDouble(groups::covered).sum();
    }

    private boolean isLeft(int freedOne) {
        return groups.groupsOf(freedOne) == 0;
    }

    private void foundForPerson(int entry, boolean alone) {
        var people = new IntArrayList(new int[] {person});
        peers(entry)
                .intStream()
                .filter(one -> groups.hasRoom(one) && (!alone || freed.contains(one)))
                .forEach(people::add);
        found(person, index.tag[entry], people);
    }

    private void found(int around, int tag, IntArrayList people) {
        if (people.size() < rules.minSize()) {
            return;
        }
        int g = assembly.foundAround(around, new int[] {tag}, people, 0);
        if (g >= 0) {
            founded.add(g);
            placed += (int) groups.members(g)
                    .intStream()
                    .filter(member -> groups.groupsOf(member) == 1 && !freed.contains(member))
                    .count();
        }
    }

    private IntArrayList carriersWithRoom(int tag) {
        var people = new IntArrayList();
        var carriers = index.carriers(tag);
        int asked = Math.min(ASKED, carriers.size());
        for (int c = 0; c < asked; c++) {
            if (groups.hasRoom(carriers.getInt(c))) {
                people.add(carriers.getInt(c));
            }
        }
        return people;
    }

    private void stayTogether(int g, IntArrayList members) {
        members.intStream().filter(groups::hasRoom).forEach(member -> groups.seat(g, member));
        if (!rules.stands(g)) {
            groups.dissolve(g);
        }
    }

    private void seat(int freedOne) {
        if (places.search(freedOne, 0)) {
            groups.seat(places.join(), freedOne);
            joined.add(places.join());
            joiners.add(freedOne);
        }
        for (int e = index.start[freedOne]; e < index.start[freedOne + 1] && groups.groupsOf(freedOne) == 0; e++) {
            found(freedOne, index.tag[e], carriersWithRoom(index.tag[e]));
        }
    }

    private void takeBack() {
        for (int g : ended) {
            groups.dissolve(g);
        }
        for (int i = 0; i < joined.size(); i++) {
            if (groups.contains(joined.getInt(i), joiners.getInt(i))) {
                groups.unseat(joined.getInt(i), joiners.getInt(i));
            }
        }
        for (int i = founded.size() - 1; i >= 0; i--) {
            groups.dissolve(founded.getInt(i));
            groups.forget(founded.getInt(i));
        }
        for (int i = 0; i < ended.length; i++) {
            int g = ended[i];
            before.get(i).forEach(member -> groups.seat(g, member));
        }
    }
}

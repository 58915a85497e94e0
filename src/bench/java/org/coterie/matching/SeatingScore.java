package org.coterie.matching;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;

/**
 * What a seating is worth: the sum over all people of what their groups cover of what they care about, in millionths. Each
 * seat too many, or of somebody who may not meet those before them, breaks a rule. Fewer people than a group has at least
 * cover nothing, but two count for a quarter and one for a sixteenth, so that there is a way to three.
 */
public final class SeatingScore implements IncrementalScoreCalculator<Seating, HardSoftLongScore> {

    private static final double UNIT = 1e6;

    private Index index;
    private FormationRules rules;
    private Candidates purposes;
    private Groups books;
    private HardRules hardRules;
    private IntArrayList[] members;
    private IntArrayList[] groupsOf;
    private int[] broken;
    private long[] hoped;
    private long[] covered;
    private long allBroken;
    private long allHoped;
    private long allCovered;
    private final IntSet changed = new IntOpenHashSet();
    private final IntSet touched = new IntOpenHashSet();

    @SuppressWarnings("NullAway.Init") // filled in by resetWorkingSolution
    public SeatingScore() {}

    @Override
    public void resetWorkingSolution(Seating seating) {
        index = seating.given.index();
        rules = seating.given.rules();
        purposes = seating.purposes;
        books = new Groups(index, rules);
        hardRules = new HardRules(index, books, rules);
        members = lists(purposes.count());
        groupsOf = lists(index.people);
        broken = new int[purposes.count()];
        hoped = new long[purposes.count()];
        covered = new long[index.people];
        allBroken = 0;
        allHoped = 0;
        allCovered = 0;
        changed.clear();
        touched.clear();
        seating.seats.forEach(this::sit);
    }

    private static IntArrayList[] lists(int howMany) {
        var lists = new IntArrayList[howMany];
        Arrays.setAll(lists, i -> new IntArrayList());
        return lists;
    }

    @Override
    public void beforeVariableChanged(Object seat, String variable) {
        rise((Seat) seat);
    }

    @Override
    public void afterVariableChanged(Object seat, String variable) {
        sit((Seat) seat);
    }

    @Override
    public void beforeEntityAdded(Object seat) {
        // all seats are there from the beginning
    }

    @Override
    public void afterEntityAdded(Object seat) {
        sit((Seat) seat);
    }

    @Override
    public void beforeEntityRemoved(Object seat) {
        rise((Seat) seat);
    }

    @Override
    public void afterEntityRemoved(Object seat) {
        // nothing is left of it
    }

    private void sit(Seat seat) {
        if (seat.group != null) {
            members[seat.group].add(seat.person);
            groupsOf[seat.person].add((int) seat.group);
            changed.add((int) seat.group);
        }
    }

    private void rise(Seat seat) {
        if (seat.group != null) {
            members[seat.group].rem(seat.person);
            groupsOf[seat.person].rem(seat.group);
            changed.add((int) seat.group);
            touched.add(seat.person);
        }
    }

    @Override
    public HardSoftLongScore calculateScore() {
        changed.forEach(this::look);
        touched.forEach(this::cover);
        changed.clear();
        touched.clear();
        return HardSoftLongScore.of(-allBroken, allCovered + allHoped);
    }

    private void look(int g) {
        int misfits = misfits(g);
        long hope = misfits == 0 && members[g].size() < rules.minSize() ? hope(g) : 0;
        allBroken += misfits - broken[g];
        allHoped += hope - hoped[g];
        broken[g] = misfits;
        hoped[g] = hope;
        touched.addAll(members[g]);
    }

    private long hope(int g) {
        int[] purpose = purposes.purpose(g);
        double share = 0;
        for (int i = 0; i < members[g].size(); i++) {
            share += books.gain(members[g].getInt(i), purpose, 0, purpose.length);
        }
        return Math.round(UNIT * share * Math.pow(4, members[g].size() - rules.minSize()));
    }

    /** How many cannot sit with those before them. */
    private int misfits(int group) {
        int[] people = members[group].toIntArray();
        Arrays.sort(people);
        int misfits = 0;
        int g = books.found(new int[0]);
        for (int person : people) {
            if (books.size(g) < rules.maxSize() && !books.contains(g, person) && hardRules.mayMeet(g, person)) {
                books.seat(g, person);
            } else {
                misfits++;
            }
        }
        books.dissolve(g);
        books.forget(g);
        return misfits;
    }

    private void cover(int person) {
        double sum = 0;
        for (int e = index.start[person]; e < index.start[person + 1]; e++) {
            sum += isCovered(person, index.tag[e]) ? index.share[e] : 0;
        }
        long now = Math.round(UNIT * sum);
        allCovered += now - covered[person];
        covered[person] = now;
    }

    private boolean isCovered(int person, int tag) {
        for (int i = 0; i < groupsOf[person].size(); i++) {
            int g = groupsOf[person].getInt(i);
            if (members[g].size() >= rules.minSize()
                    && IntArrayList.wrap(purposes.purpose(g)).contains(tag)) {
                return true;
            }
        }
        return false;
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

/**
 * Seats those who are ranked in one group: first who offers what is sought, then those who come first, then those who gain
 * most, counting what they share with those who sit there. In the end the purpose is true of all who stay.
 */
final class Seater {

    /** So often it is tried without those who could not stay: where very many cannot, each is tried for themselves in the end. */
    private static final int TRIES = 64;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final Ranking ranking;

    /** Who could not stay with those who were seated with them, while one group is founded. */
    private final IntSet unfit = new IntOpenHashSet();

    /** Seats people in the order this ranking has when they are seated. */
    Seater(Index index, Groups groups, HardRules rules, Ranking ranking) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.ranking = ranking;
    }

    /**
     * Seats the first so many, and then those who gain most. Whoever cannot stay among those who came together makes room:
     * it is tried again without them.
     *
     * @param welcome so many of those ranked are wanted as such, the others only where it takes them to make a group
     * @return the group, or -1 where none is possible
     */
    int seat(int[] purpose, int size, int first, int welcome) {
        int wanted = Math.min(welcome, ranking.count());
        unfit.clear();
        int before = -1;
        for (int tries = 0; tries < TRIES && unfit.size() > before && isWorthTrying(first); tries++) {
            before = unfit.size();
            int g = groups.found(purpose);
            if (first > 0) {
                groups.seat(g, ranking.person(0)); // what they seek, one of the next offers
            }
            seatOfferers(g);
            Allowance allowed = rules.allow(Allowance.NONE); // new company comes first
            var table = new Table(index, groups, rules, g, size, ranking, unfit);
            table.attend();
            for (int i = 1; i < first && !table.isFull(); i++) {
                table.seat(ranking.person(i));
            }
            if (wanted > size) {
                var turn = new NextSeat(index, groups, ranking, g, size, wanted);
                for (int next = turn.next(); next >= 0 && !table.isFull(); next = turn.next()) {
                    table.seat(next);
                }
            }
            fill(g, table, welcome);
            if (!allowed.equals(rules.allow(allowed))) {
                fill(g, table, welcome);
            }
            settle(g);
            if (rules.stands(g)) {
                return g;
            }
            groups.dissolve(g);
            groups.forget(g);
        }
        return -1;
    }

    /** Whether enough are left, and with them whoever is certainly to be seated. */
    private boolean isWorthTrying(int first) {
        return ranking.count() - unfit.size() >= rules.minSize() && (first == 0 || !unfit.contains(ranking.person(0)));
    }

    private void fill(int g, Table table, int welcome) {
        for (int i = 0;
                i < ranking.count() && !table.isFull() && (i < welcome || groups.size(g) < rules.minSize());
                i++) {
            table.seat(ranking.person(i));
        }
    }

    /** For every tag that somebody here seeks, seats the best of those who offer it. */
    private void seatOfferers(int g) {
        if (index.sought.isEmpty()) {
            return;
        }
        for (int i = 0; i < groups.purposeSize(g); i++) {
            int offerer = -1;
            boolean sought = false;
            for (int r = 0; r < ranking.count(); r++) {
                int person = ranking.person(r);
                int e = groups.answer(g, person, i);
                sought |= e >= 0 && index.sought.get(e);
                if (offerer < 0
                        && e >= 0
                        && index.offered.get(e)
                        && !unfit.contains(person)
                        && (groups.contains(g, person) || rules.mayMeet(g, person))) {
                    offerer = person;
                }
            }
            if (sought && offerer >= 0 && groups.size(g) < rules.maxSize() && !groups.contains(g, offerer)) {
                groups.seat(g, offerer);
            }
        }
    }

    /**
     * States less, or seats fewer, until what is stated is true of those who are seated. Whoever has to go only since others
     * went before is not unfit.
     */
    private void settle(int g) {
        var misplaced = new IntOpenHashSet();
        boolean settled = false;
        while (!settled && groups.size(g) > 0) {
            settled = true;
            int worst = 0;
            for (int i = 1; i < groups.purposeSize(g); i++) {
                if (groups.carriers(g, i) < groups.carriers(g, worst)) {
                    worst = i;
                }
            }
            if (!HardRules.shared(groups.carriers(g, worst), groups.size(g)) && groups.purposeSize(g) > 1) {
                groups.restate(g, Refinement.without(groups.purpose(g), worst));
                settled = false;
            }
            if (misplaced.isEmpty()) {
                groups.members(g)
                        .intStream()
                        .filter(person -> !rules.mayStay(g, person))
                        .forEach(misplaced::add);
            }
            for (int i = groups.size(g) - 1; i >= 0 && !misplaced.isEmpty(); i--) {
                int person = groups.member(g, i);
                if (!rules.mayStay(g, person)) {
                    groups.unseat(g, person);
                    settled = false;
                }
            }
        }
        misplaced.removeAll(groups.members(g));
        unfit.addAll(misplaced);
    }
}

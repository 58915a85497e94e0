package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntSet;

/**
 * The seats of one group while it is founded: who sits down, so that every tag stays shared by enough in the end. Whoever is
 * in a group only beside somebody sits down with them or not at all.
 */
final class Table {

    /** So often, for one who sits down, somebody is tried beside them. */
    private static final int TRIES = 64;

    private final Index index;
    private final Groups groups;
    private final HardRules rules;
    private final int group;
    private final int seats;
    private final Ranking ranking;
    private final IntSet unfit;

    /** How much of each tag those who sit here lack, in thousandths. */
    private final int[] missing;

    private final int mayMiss;

    private int tries;

    /**
     * A table with so many seats, some of which may be taken.
     *
     * @param ranking whoever may be asked to sit beside another, best first
     * @param unfit who is not to be seated
     */
    Table(Index index, Groups groups, HardRules rules, int group, int seats, Ranking ranking, IntSet unfit) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
        this.group = group;
        this.seats = seats;
        this.ranking = ranking;
        this.unfit = unfit;
        missing = new int[groups.purposeSize(group)];
        mayMiss = (int) Math.floor((1 - Groups.SHARED_BY) * seats * Shares.WHOLE + Affinity.ROUNDING);
        for (int i = 0; i < groups.size(group); i++) {
            noteMissing(groups.carried(group, groups.member(group, i)), 1);
        }
    }

    boolean isFull() {
        return groups.size(group) >= seats;
    }

    /** Seats somebody who has room, and whomever they need, if they are not seated yet and may sit with all who are. */
    boolean seat(int person) {
        tries = TRIES;
        return sitDown(person);
    }

    /** Seats whomever those need who sit here already; who finds nobody keeps their seat. */
    void attend() {
        for (int i = 0; i < groups.size(group) && !index.bonds.isEmpty(); i++) {
            tries = TRIES;
            int before = groups.size(group);
            if (!bring(groups.member(group, i))) {
                standUp(before);
            }
        }
    }

    private boolean sitDown(int person) {
        if (unfit.contains(person) || groups.contains(group, person)) {
            return false;
        }
        long carried = groups.carried(group, person);
        if (!fewEnoughMissing(carried) || !rules.mayMeet(group, person) || !rules.answered(group, person, carried)) {
            return false;
        }
        int before = groups.size(group);
        groups.seat(group, person);
        noteMissing(carried, 1);
        if (bring(person)) {
            return true;
        }
        standUp(before);
        return false;
    }

    /** Seats whomever somebody who sits here needs. */
    private boolean bring(int person) {
        IntList party = index.bonds.party(person);
        for (int i = 0; i < party.size(); i++) {
            int companion = party.getInt(i);
            if (!groups.contains(group, companion) && !(mayAccompany(companion) && sitDown(companion))) {
                return false;
            }
        }
        IntList wishes = index.bonds.wishes(person);
        for (int i = 0; i < wishes.size(); i++) {
            int kind = wishes.getInt(i);
            if (index.bonds.isAlone(person, kind, groups.members(group)) && !bringAnother(kind)) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody who was not asked because of what they would gain may be asked because of another. */
    private boolean mayAccompany(int companion) {
        return !isFull() && groups.hasRoom(companion) && groups.admits(group, groups.carried(group, companion));
    }

    private boolean bringAnother(int kind) {
        for (int i = 0; i < ranking.count() && !isFull() && tries > 0; i++) {
            int other = ranking.person(i);
            if (index.bonds.isOfKind(kind, other)) {
                tries--;
                if (sitDown(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void standUp(int before) {
        while (groups.size(group) > before) {
            int last = groups.member(group, groups.size(group) - 1);
            noteMissing(groups.carried(group, last), -1);
            groups.unseat(group, last);
        }
    }

    private boolean fewEnoughMissing(long carried) {
        for (int i = 0; i < missing.length; i++) {
            int lacking = Shares.WHOLE - Shares.of(carried, i);
            if (lacking > 0 && missing[i] + lacking > mayMiss) {
                return false;
            }
        }
        return true;
    }

    private void noteMissing(long carried, int by) {
        for (int i = 0; i < missing.length; i++) {
            missing[i] += by * (Shares.WHOLE - Shares.of(carried, i));
        }
    }
}

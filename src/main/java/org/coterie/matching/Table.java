package org.coterie.matching;

/** The seats of one group while it is founded: who sits down, so that every tag stays shared by enough in the end. */
final class Table {

    private final Groups groups;
    private final HardRules rules;
    private final int group;
    private final int seats;
    private final int[] missing;
    private final int mayMiss;

    /** A table with so many seats, some of which may be taken. */
    Table(Groups groups, HardRules rules, int group, int seats) {
        this.groups = groups;
        this.rules = rules;
        this.group = group;
        this.seats = seats;
        missing = new int[groups.purposeSize(group)];
        mayMiss = (int) Math.floor((1 - Groups.SHARED_BY) * seats + Affinity.ROUNDING);
        for (int i = 0; i < groups.size(group); i++) {
            noteMissing(groups.carried(group, groups.member(group, i)));
        }
    }

    boolean isFull() {
        return groups.size(group) >= seats;
    }

    /** Seats somebody who has room, if they are not seated yet and may sit with all who are. */
    boolean seat(int person) {
        if (groups.contains(group, person)) {
            return false;
        }
        int carried = groups.carried(group, person);
        if (!fewEnoughMissing(carried) || !rules.mayMeet(group, person) || !rules.answered(group, person, carried)) {
            return false;
        }
        groups.seat(group, person);
        noteMissing(carried);
        return true;
    }

    private boolean fewEnoughMissing(int carried) {
        for (int i = 0; i < missing.length; i++) {
            if ((carried >> i & 1) == 0 && missing[i] >= mayMiss) {
                return false;
            }
        }
        return true;
    }

    private void noteMissing(int carried) {
        for (int i = 0; i < missing.length; i++) {
            missing[i] += 1 - (carried >> i & 1);
        }
    }
}

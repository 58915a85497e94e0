package org.coterie.matching;

/** Two people who change places, each into the other's group, where both groups stand after that. */
final class Trade {

    private final Groups groups;
    private final HardRules rules;

    Trade(Groups groups, HardRules rules) {
        this.groups = groups;
        this.rules = rules;
    }

    /**
     * Lets them change places, or leaves all as it was.
     *
     * @param person who leaves the group {@code g} for {@code h}
     * @param other who leaves {@code h} for {@code g}
     * @return whether they have
     */
    boolean make(int g, int person, int h, int other) {
        groups.changes.suppose();
        groups.unseat(g, person);
        groups.unseat(h, other);
        if (fits(h, person) && fits(g, other)) {
            groups.seat(h, person);
            groups.seat(g, other);
            if (rules.stands(g) && rules.stands(h)) {
                return true;
            }
            groups.unseat(h, person);
            groups.unseat(g, other);
        }
        groups.seat(g, person);
        groups.seat(h, other);
        groups.changes.asBefore();
        return false;
    }

    private boolean fits(int g, int person) {
        return groups.admits(g, groups.carried(g, person)) && rules.mayMeet(g, person);
    }
}

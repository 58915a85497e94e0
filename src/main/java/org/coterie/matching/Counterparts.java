package org.coterie.matching;

import java.util.Arrays;

/** The members of two groups, who may change places: the two first who gain most by it together, then the next. */
final class Counterparts {

    /** How much it counts to be like the others beside what somebody cares about. */
    private static final double LIKENESS = 0.1;

    /** To know somebody counts as much as to be all like them. */
    private static final double KNOWN = 1;

    /** When so many have been found who may not change places, it is left. */
    private static final int MOST_REFUSED = 8;

    /** Nobody is to go there. */
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final Index index;
    private final Groups groups;
    private final Trade trade;
    private final int[] group;

    /** The members of the first group, then those of the second. */
    private final int[] people;

    /** In which of the two each of them is now. */
    private final int[] side;

    /** How much more would be covered of what each of them cares about in the other. */
    private final double[] gain;

    private final double[][] alike;

    private final boolean[][] refused;

    /** Who of the first and of the second group would gain most together. */
    private int one;

    private int other;

    Counterparts(Index index, Groups groups, Trade trade, int g, int h) {
        this.index = index;
        this.groups = groups;
        this.trade = trade;
        group = new int[] {g, h};
        int first = groups.size(g);
        people = new int[first + groups.size(h)];
        side = new int[people.length];
        for (int i = 0; i < people.length; i++) {
            side[i] = i < first ? 0 : 1;
            people[i] = i < first ? groups.member(g, i) : groups.member(h, i - first);
        }
        gain = new double[people.length];
        alike = new double[people.length][people.length];
        refused = new boolean[people.length][people.length];
    }

    /**
     * Makes the exchanges by which neither has less, and both gain together.
     *
     * @return whether there was one
     */
    boolean exchange() {
        if (careAboutOneThing()) {
            return false;
        }
        for (int i = 0; i < people.length; i++) {
            gain[i] = gain(i);
        }
        if (!somebodyMayLeave(0) || !somebodyMayLeave(1)) {
            return false;
        }
        compare();
        boolean changed = false;
        for (int left = MOST_REFUSED; left > 0 && findBest(); ) {
            if (trade.make(group[0], people[one], group[1], people[other])) {
                changeSides(one);
                changeSides(other);
                changed = true;
            } else {
                refused[one][other] = true;
                left--;
            }
        }
        return changed;
    }

    /** Whether each cares about one thing only, which by their purposes is the same, and knows nobody. */
    private boolean careAboutOneThing() {
        return Arrays.stream(people)
                .allMatch(person -> index.interests(person) == 1
                        && index.acquaintances.of(person).isEmpty());
    }

    private double gain(int i) {
        int person = people[i];
        int joined = group[1 - side[i]];
        if (groups.contains(joined, person) || !groups.admits(joined, groups.carried(joined, person))) {
            return NEVER;
        }
        double more = groups.exchange(person, group[side[i]], joined);
        return more < -Affinity.ROUNDING ? NEVER : more;
    }

    private boolean somebodyMayLeave(int from) {
        for (int i = 0; i < people.length; i++) {
            if (side[i] == from && gain[i] != NEVER) {
                return true;
            }
        }
        return false;
    }

    private void compare() {
        double[] length = new double[people.length];
        for (int i = 0; i < people.length; i++) {
            length[i] = Math.sqrt(index.sharedRarity(people[i], people[i]));
            for (int k = 0; k < i; k++) {
                double known = index.acquaintances.know(people[i], people[k]) ? KNOWN : 0;
                double shared = index.sharedRarity(people[i], people[k]);
                alike[i][k] = known + (shared > 0 ? shared / (length[i] * length[k]) : 0);
                alike[k][i] = alike[i][k];
            }
        }
    }

    /** Looks for the two who gain most, and whether they gain at all. */
    private boolean findBest() {
        double[] company = company();
        double most = Affinity.ROUNDING;
        one = -1;
        for (int i = 0; i < people.length; i++) {
            for (int k = 0; k < people.length; k++) {
                if (side[i] == 0 && side[k] == 1 && !refused[i][k]) {
                    // they do not come to sit with each other
                    double better = company[i] + company[k] - 2 * alike[i][k];
                    double both = gain[i] + gain[k] + LIKENESS * 2 / people.length * better;
                    if (both > most) {
                        most = both;
                        one = i;
                        other = k;
                    }
                }
            }
        }
        return one >= 0;
    }

    /** How much more alike each of them is to the members of the other group than to those of their own. */
    private double[] company() {
        double[] company = new double[people.length];
        for (int i = 0; i < people.length; i++) {
            for (int k = 0; k < people.length; k++) {
                company[i] += side[i] == side[k] ? -alike[i][k] : alike[i][k];
            }
        }
        return company;
    }

    private void changeSides(int i) {
        side[i] = 1 - side[i];
        gain[i] = gain(i);
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * A group around one person, looked for by trying who could sit with them one after the other, and taking back what leads
 * nowhere (backtracking). {@link Assembly} seats the best first and lets go of whoever cannot stay; where many rules meet, it
 * may so pass by the only few who can sit together. This passes by nobody, as long as they are few.
 */
final class EveryCompany {

    /** Of more people than this not every company is tried: where there are many, the best first will do. */
    private static final int FEW = 40;

    /** So many times somebody is seated at most: every three of forty. */
    private static final int MOST_STEPS = 1_000;

    private final Groups groups;
    private final HardRules rules;
    private int steps;

    EveryCompany(Groups groups, HardRules rules) {
        this.groups = groups;
        this.rules = rules;
    }

    /**
     * Founds the first group that stands, or returns -1 where none does or it takes too long.
     *
     * @param people who may be asked, and the person
     */
    int foundAround(int person, int[] purpose, IntArrayList people) {
        if (people.size() > FEW) {
            return -1;
        }
        steps = 0;
        int g = groups.found(purpose);
        groups.seat(g, person);
        // the smallest first, of which there are fewest
        for (int size = rules.minSize(); size <= rules.maxSize() && steps < MOST_STEPS; size++) {
            if (isCompleted(g, size, people, 0)) {
                return g;
            }
        }
        groups.dissolve(g);
        groups.forget(g);
        return -1;
    }

    /** Whether a group of this size stands with some of those from here on, who are seated then. */
    private boolean isCompleted(int g, int size, IntArrayList people, int from) {
        if (groups.size(g) == size) {
            return rules.stands(g);
        }
        for (int i = from; i <= people.size() - (size - groups.size(g)) && steps < MOST_STEPS; i++) {
            int next = people.getInt(i);
            if (!groups.contains(g, next) && rules.mayMeet(g, next)) {
                steps++;
                groups.seat(g, next);
                if (isCompleted(g, size, people, i + 1)) {
                    return true;
                }
                groups.unseat(g, next);
            }
        }
        return false;
    }
}

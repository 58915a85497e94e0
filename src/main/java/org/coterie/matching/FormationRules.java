package org.coterie.matching;

/**
 * What one formation is asked to keep to.
 *
 * @param minSize the fewest people in a group, 2 to {@value #LARGEST_GROUP}
 * @param maxSize the most people in a group, {@code minSize} to {@value #LARGEST_GROUP}
 * @param groupsPerPerson the most groups one person is placed in, 1 to {@value #MOST_GROUPS}
 * @param seed decides between what is equally good; the same people and seed give the same groups
 * @param commonHours the fewest hours of a week in which all members of a group whose time is known are free, 0 to 168
 */
public record FormationRules(int minSize, int maxSize, int groupsPerPerson, long seed, int commonHours) {

    /** No group is larger than this: beyond it people stop talking to everybody. */
    public static final int LARGEST_GROUP = 12;

    /** Nobody can tend more groups than this at a time. */
    public static final int MOST_GROUPS = 8;

    /** @throws IllegalArgumentException if a bound is outside its range */
    public FormationRules {
        if (minSize < 2 || minSize > LARGEST_GROUP) {
            throw new IllegalArgumentException("minSize must be 2 to %d, not %d".formatted(LARGEST_GROUP, minSize));
        }
        if (maxSize < minSize || maxSize > LARGEST_GROUP) {
            throw new IllegalArgumentException(
                    "maxSize must be minSize (%d) to %d, not %d".formatted(minSize, LARGEST_GROUP, maxSize));
        }
        if (groupsPerPerson < 1 || groupsPerPerson > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "groupsPerPerson must be 1 to %d, not %d".formatted(MOST_GROUPS, groupsPerPerson));
        }
        if (commonHours < 0 || commonHours > 7 * 24) {
            throw new IllegalArgumentException("commonHours must be 0 to 168, not %d".formatted(commonHours));
        }
    }

    /**
     * One common hour a week is enough.
     *
     * @throws IllegalArgumentException if a bound is outside its range
     */
    public FormationRules(int minSize, int maxSize, int groupsPerPerson, long seed) {
        this(minSize, maxSize, groupsPerPerson, seed, 1);
    }
}

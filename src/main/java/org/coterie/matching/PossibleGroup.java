package org.coterie.matching;

/** One group that could form right now. People and tags are known by their index in the {@link Population}. */
public final class PossibleGroup {

    private final Outcome outcome;
    private final int group;

    PossibleGroup(Outcome outcome, int group) {
        this.outcome = outcome;
        this.group = group;
    }

    /** The indices of the group's tags, the rarest and so most decisive first, 1 to 5 of them. */
    public int[] purpose() {
        return outcome.purpose(group);
    }

    /** The indices of the group's members, the one it fits best first. */
    public int[] members() {
        return outcome.members(group);
    }

    /**
     * How well the purpose fits that member, within [0, 1]: the sum of the {@link #contributions}.
     *
     * @param i the i-th of {@link #members}
     */
    public double affinity(int i) {
        return outcome.affinity(group, i);
    }

    /**
     * What each tag of {@link #purpose} adds to that member's affinity; 0 where they do not carry the tag.
     *
     * @param i the i-th of {@link #members}
     */
    public double[] contributions(int i) {
        return outcome.contributions(group, i);
    }

    /**
     * The tags by which that member carries those of {@link #purpose}, as in {@link Outcome#heldFor}.
     *
     * @param i the i-th of {@link #members}
     */
    public int[] heldFor(int i) {
        return outcome.heldFor(group, i);
    }

    /**
     * How much that member carries of each tag of {@link #purpose}, as in {@link Outcome#confidences}.
     *
     * @param i the i-th of {@link #members}
     */
    public double[] confidences(int i) {
        return outcome.confidences(group, i);
    }

    /** The mean affinity of the members, within [0, 1]. */
    public double cohesion() {
        return outcome.cohesion(group);
    }
}

package org.coterie.matching;

import java.util.List;

/**
 * A way to form groups, in steps: each takes up the groups of the step before, and what comes out of each is measured.
 *
 * @param steps in their order, at least one
 */
record Method(List<Step> steps) {

    Method(Step... steps) {
        this(List.of(steps));
    }

    /**
     * One step.
     *
     * @param name what the tables call what comes out of it
     */
    record Step(String name, Work work) {}

    /** What a step does. */
    interface Work {

        /**
         * Forms groups.
         *
         * @param before the groups of the step before; {@link Formed#NONE} in the first one
         */
        Formed form(Given given, Formed before);
    }
}

package org.coterie.matching;

/**
 * Somebody whom a formation has taken out of a proposal that nobody had answered.
 *
 * @param person the person's index in the population
 * @param group the group's index in the population
 * @param because why
 */
public record Moved(int person, int group, Because because) {

    /** Why somebody is taken out of a proposal. */
    public enum Because {
        /** They do not care enough any more about what the group is for. */
        INTEREST,
        /** They are in as many groups as they may be, or the group is larger than is asked for now. */
        ROOM,
        /**
         * They and the others cannot meet: a block, hours, a place, a language, the group's size, nobody who offers or of
         * their kind.
         */
        COMPANY,
        /** Too few were left, or too few of them cared about a part of what the group is for. */
        GROUP
    }
}

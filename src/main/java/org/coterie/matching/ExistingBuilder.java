package org.coterie.matching;

import java.util.Objects;

/** Takes the groups that there are already, and who is in them, for a {@link PopulationBuilder}. */
public final class ExistingBuilder {

    final Existing existing = new Existing();
    private final PopulationBuilder population;

    ExistingBuilder(PopulationBuilder population) {
        this.population = population;
    }

    /**
     * Adds a group that there is already, so far without purpose and members.
     *
     * @param answered whether a member has said yes to it: then it stays, whatever a formation would make of it
     * @param places how many people may be in it; 0 where nobody else is to be asked
     * @return the group's index
     * @throws IllegalArgumentException if {@code places} is negative
     */
    public int add(boolean answered, int places) {
        if (places < 0) {
            throw new IllegalArgumentException("places must be 0 or more, not %d".formatted(places));
        }
        return existing.add(answered, places);
    }

    /**
     * Says that a group takes more people who say yes to come about: nobody comes who leaves one of those there without who
     * offers what they seek.
     *
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public ExistingBuilder waits(int group) {
        existing.letWait(Objects.checkIndex(group, existing.count()));
        return this;
    }

    /**
     * Says how many hours of a week all in a group have to share, also where a formation asks for fewer; none unless it is said.
     *
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public ExistingBuilder commonHours(int group, int hours) {
        existing.ask(Objects.checkIndex(group, existing.count()), hours);
        return this;
    }

    /**
     * Says how many people a group takes at least, also where a formation asks for fewer: nobody comes who wants to be fewer; none
     * unless it is said.
     *
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public ExistingBuilder takes(int group, int people) {
        existing.takes(Objects.checkIndex(group, existing.count()), people);
        return this;
    }

    /**
     * Says that a group stays as it is and nobody is asked into it, since not all of it is known.
     *
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public ExistingBuilder leaveAlone(int group) {
        existing.leaveAlone(Objects.checkIndex(group, existing.count()));
        return this;
    }

    /**
     * Says that a group's purpose has this tag, one of {@value Purpose#MOST_TAGS} at most.
     *
     * @throws IndexOutOfBoundsException if there is no such group or tag
     */
    public ExistingBuilder purpose(int group, int tag) {
        existing.state(Objects.checkIndex(group, existing.count()), Objects.checkIndex(tag, population.tagKeys.size()));
        return this;
    }

    /**
     * Says that this person is in a group, or invited to it; each is once, and {@value FormationRules#LARGEST_GROUP} at
     * most are in one.
     *
     * @throws IndexOutOfBoundsException if there is no such group or person
     */
    public ExistingBuilder member(int group, int person) {
        existing.seat(Objects.checkIndex(group, existing.count()), Objects.checkIndex(person, population.keys.size()));
        return this;
    }

    /**
     * Says that this person is not to be asked into a group again: they declined, or have left.
     *
     * @throws IndexOutOfBoundsException if there is no such group or person
     */
    public ExistingBuilder barred(int group, int person) {
        existing.bar(Objects.checkIndex(group, existing.count()), Objects.checkIndex(person, population.keys.size()));
        return this;
    }
}

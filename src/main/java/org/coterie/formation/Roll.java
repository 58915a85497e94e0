package org.coterie.formation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.coterie.matching.PopulationBuilder;
import org.coterie.people.Terms;

/**
 * Enters people into a population on the terms on which each of them meets others: the one place where these become rules
 * of the core, for all or for a few.
 */
final class Roll {

    private final PopulationBuilder population;
    private final Instant now;
    private final StableHash hash = new StableHash();
    private final SpokenLanguages languages = new SpokenLanguages();
    private final IntArrayList spoken = new IntArrayList();
    private final Wishes wishes = new Wishes();

    /** For a population without people, and clocks as they stand at this moment. */
    Roll(PopulationBuilder population, Instant now) {
        this.population = population;
        this.now = now;
    }

    /** Enters a person; gives their index in the population. */
    int enter(Terms terms) {
        return enter(terms, hash.of(terms.handleKey()));
    }

    /** Enters a person who has this place in the order of all, whatever they are called. */
    int enter(Terms terms, long order) {
        int person = population.person(order, 0, 0);
        spoken.add(languages.note(terms.languages()));
        var company = terms.company();
        if (company != null) {
            population.company(person, company.least(), company.most());
        }
        var place = terms.place();
        if (place != null) {
            population.place(person, place.latitude(), place.longitude(), place.withinKm(), place.onlineOk());
        }
        if (terms.isTimeKnown()) {
            population.free(person, terms.freeInUtc(now));
        }
        wishes.enter(person, terms);
        return person;
    }

    /** Says that somebody who was entered holds a tag right now, after everybody was. */
    void holds(int person, UUID tagId) {
        wishes.holds(person, tagId);
    }

    /** Says that two who were entered come together. */
    void together(int one, int other) {
        wishes.together(one, other);
    }

    /**
     * Says of everybody who was entered what only all of them together show.
     *
     * @param room how many groups each may be placed in
     */
    void close(IntUnaryOperator room) {
        population.bonds(wishes.bonds());
        languages.deal();
        for (int person = 0; person < spoken.size(); person++) {
            int set = spoken.getInt(person);
            population.languages(person, languages.mask(set));
            population.room(person, languages.hasNoBit(set) ? 0 : room.applyAsInt(person));
        }
    }
}

package org.coterie.matching;

import org.jspecify.annotations.Nullable;

/** What a method is given: people and rules, and an index of both that is made when it is first asked for. */
final class Given {

    private final Population population;
    private final FormationRules rules;
    private @Nullable Index index;

    Given(Population population, FormationRules rules) {
        this.population = population;
        this.rules = rules;
    }

    Population population() {
        return population;
    }

    FormationRules rules() {
        return rules;
    }

    Index index() {
        if (index == null) {
            index = new Index(population, rules);
        }
        return index;
    }
}

package org.coterie.matching;

import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it takes to answer somebody, with all groups of so many people formed: the open place that suits them clearly better,
 * and for whoever is in no group the one that they complete among those who wait.
 */
@State(Scope.Benchmark)
public class AnswerBench {

    private static final FormationRules RULES = new FormationRules(3, 12, 3, 1, PlantedPeople.COMMON_HOURS);
    private static final FormationRules ONE_GROUP = new FormationRules(3, 12, 1, 1, PlantedPeople.COMMON_HOURS);

    /** A prime, so that everybody is asked in turn and nobody after their neighbour. */
    private static final int STEP = 7_919;

    /** How many people there are. */
    @Param({"100000", "1000000"})
    public int people;

    private Books books = new Books(new PlantedPeople(3, 1));
    private int person;

    /** Forms the groups. */
    @Setup
    public void form() {
        books = new Books(new PlantedPeople(people, 1));
    }

    /** One person; everybody in turn. */
    @Benchmark
    public Optional<PossibleGroup> answer() {
        person = (person + STEP) % people;
        boolean found = books.places.search(person, BetterResponse.WORTH_MOVING);
        return found || books.groups.groupsOf(person) > 0
                ? Optional.empty()
                : Newcomers.around(books.waiting.around(person), 0, ONE_GROUP);
    }

    /** The groups that were formed, and who is in none. */
    private static final class Books {

        private final Groups groups;
        private final OpenPlaces places;
        private final Waiting waiting;

        Books(PlantedPeople planted) {
            var population = planted.population(RULES.groupsPerPerson());
            var formed = Formed.of(Matching.form(population, RULES, progress -> {}));
            var index = new Index(population, RULES);
            groups = formed.seatedIn(index, RULES);
            places = new OpenPlaces(index, groups, new HardRules(index, groups, RULES));
            waiting = new Waiting(index, p -> groups.groupsOf(p) == 0);
        }
    }
}

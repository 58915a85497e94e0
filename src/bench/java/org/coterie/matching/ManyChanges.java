package org.coterie.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures whether groups that follow single changes are as good as groups formed anew: {@code mvn -Pbench
 * -Dmeasure=ManyChanges -Dpeople=100000}.
 *
 * <p>30 000 interests are not said yet when groups are formed. Then they are said one after the other: whoever says one
 * takes the open place that suits them best, if it suits them clearly better; whoever is in no group completes one, if
 * there is one among those who wait. In the end everybody may move once more, until nobody wants to. Tags become known in
 * batches of 500: within one, people are seen to have said what they are about to say.
 */
final class ManyChanges {

    private static final FormationRules RULES = new FormationRules(3, 12, 3, 1, PlantedPeople.COMMON_HOURS);
    private static final FormationRules ONE_GROUP = new FormationRules(3, 12, 1, 1, PlantedPeople.COMMON_HOURS);
    private static final int CHANGES = 30_000;
    private static final int BATCH = 500;

    private final PlantedPeople planted;
    private final BitSet unsaid = new BitSet();
    private Formed formed;
    private int moves;
    private int founded;

    private ManyChanges(PlantedPeople planted) {
        this.planted = planted;
        this.formed = Formed.NONE;
    }

    /** Takes the sizes, with commas in between. */
    public static void main(String[] args) {
        for (String size : args[0].split(",", -1)) {
            new ManyChanges(new PlantedPeople(Integer.parseInt(size), 1)).measure();
        }
    }

    private void measure() {
        int[] changes = new Random(1)
                .ints(0, planted.interests())
                .distinct()
                .limit(Math.min(CHANGES, planted.interests() / 10))
                .toArray();
        Arrays.stream(changes).forEach(unsaid::set);
        formed = Formed.of(Matching.form(population(), RULES, progress -> {}));
        score("before");
        var meter = new Meter();
        for (int from = 0; from < changes.length; from += BATCH) {
            follow(Arrays.copyOfRange(changes, from, Math.min(changes.length, from + BATCH)));
        }
        System.out.printf(
                Locale.ROOT,
                "%,d people, %,d changes: %,d moves, %,d groups founded, %.0f s%n",
                planted.people(),
                changes.length,
                moves,
                founded,
                meter.cpu());
        score("followed");
        var books = new Books();
        new BetterResponse(books.index, books.groups, books.rules).settle(new Progress(progress -> {}));
        formed = books.formed();
        score("settled");
        formed = Formed.of(Matching.form(population(), RULES, progress -> {}));
        score("rebuilt");
    }

    private Population population() {
        return planted.population(RULES.groupsPerPerson(), unsaid);
    }

    private void follow(int[] changes) {
        Arrays.stream(changes).forEach(unsaid::clear);
        var books = new Books();
        var places = new OpenPlaces(books.index, books.groups, books.rules);
        var waiting = new Waiting(books.index, p -> books.groups.groupsOf(p) == 0);
        int[] inside = books.index.numbersInside();
        for (int change : changes) {
            int person = inside[planted.personOf(change)];
            while (places.search(person, BetterResponse.WORTH_MOVING)) {
                if (places.leave() >= 0) {
                    books.groups.unseat(places.leave(), person);
                }
                books.groups.seat(places.join(), person);
                moves++;
            }
            if (books.groups.groupsOf(person) == 0) {
                Newcomers.around(waiting.around(person), 0, ONE_GROUP).ifPresent(group -> found(group, waiting, books));
            }
        }
        formed = books.formed();
    }

    private void found(PossibleGroup group, Waiting waiting, Books books) {
        int g = books.groups.found(
                IntStream.of(group.purpose()).map(waiting::tag).sorted().toArray());
        for (int member : group.members()) {
            books.groups.seat(g, waiting.person(member));
        }
        founded++;
    }

    private void score(String when) {
        var index = new Index(population(), RULES);
        var score = Score.of(index, RULES, formed, planted::mayMeet);
        System.out.printf(
                Locale.ROOT,
                "%-9s groups %,d  coverage %.4f  infeasible %.4f  mF1 %.4f  omega %.4f  affinity %.4f  cosine %.4f"
                        + "  want to move %.4f%n",
                when,
                score.groups(),
                score.coverage(),
                score.infeasible(),
                Recovery.meanF1(planted, formed.groups(), RULES.minSize()),
                Recovery.omega(planted, formed.groups()),
                score.affinity(),
                score.cosine(),
                score.restless());
    }

    /** The groups as they stand, in the books of the core. */
    private final class Books {

        private final Index index = new Index(population(), RULES);
        private final Groups groups = formed.seatedIn(index, RULES);
        private final HardRules rules = new HardRules(index, groups, RULES);

        Formed formed() {
            var circles = new Circles();
            var purposes = new Candidates();
            for (int g = 0; g < groups.count(); g++) {
                int group = g;
                if (groups.size(g) > 0) {
                    circles.add(IntStream.range(0, groups.size(g))
                            .map(i -> index.outsidePerson(groups.member(group, i)))
                            .toArray());
                    purposes.add(IntStream.of(groups.purpose(g))
                            .map(index::outsideTag)
                            .toArray());
                }
            }
            return new Formed(circles, purposes);
        }
    }
}

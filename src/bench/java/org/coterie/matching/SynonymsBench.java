package org.coterie.matching;

import java.util.Locale;

/**
 * Measures what formation loses where people say the same in different words, and how much of it nearness of meaning wins back:
 * {@code mvn -Pbench -Dmeasure=SynonymsBench -Dpeople=1000,10000,100000}.
 */
final class SynonymsBench {

    private static final FormationRules RULES = new FormationRules(3, 12, 3, 1, PlantedPeople.COMMON_HOURS);

    /** So many of the niche interests are said by a synonym. */
    private static final double SHARE = 0.3;

    private SynonymsBench() {}

    /** Takes the sizes, with commas in between. */
    public static void main(String[] args) {
        measure(new PlantedPeople(2_000, 3), new OtherWords(SHARE, true)); // the compiler warms up
        for (String size : args[0].split(",", -1)) {
            var planted = new PlantedPeople(Integer.parseInt(size), 1);
            print("""

                    %,d people

                    | words | near tags | groups | coverage | infeasible | purity | mF1 | Omega | affinity | want to move | CPU s |
                    |---|---|---|---|---|---|---|---|---|---|---|
                    """, planted.people());
            double before = row(planted, "one for each", "off", OtherWords.NONE);
            double lost = row(planted, "30 % synonyms", "off", new OtherWords(SHARE, false));
            double won = row(planted, "30 % synonyms", "on", new OtherWords(SHARE, true));
            row(planted, "one for each", "on, only false ones", new OtherWords(0, true));
            print("%nOf what was lost, %.0f %% is won back.%n", 100 * (won - lost) / (before - lost));
        }
    }

    private static double row(PlantedPeople planted, String words, String near, OtherWords other) {
        var run = measure(planted, other);
        var population = planted.population(RULES.groupsPerPerson(), other);
        var score = Score.of(new Index(population, RULES), RULES, run.formed(), planted::mayMeet);
        double meanF1 = Recovery.meanF1(planted, run.formed().groups(), RULES.minSize());
        print(
                "| %s | %s | %,d | %.4f | %.3f | %.3f | %.3f | %.3f | %.3f | %.4f | %.2f |%n",
                words,
                near,
                score.groups(),
                score.coverage(),
                score.infeasible(),
                score.purity(),
                meanF1,
                Recovery.omega(planted, run.formed().groups()),
                score.affinity(),
                score.restless(),
                run.cpu());
        return meanF1;
    }

    private static Run measure(PlantedPeople planted, OtherWords words) {
        var population = planted.population(RULES.groupsPerPerson(), words);
        return Run.of(Methods.ours(), population, RULES).get(0);
    }

    private static void print(String format, Object... figures) {
        System.out.printf(Locale.ROOT, format, figures);
        System.out.flush();
    }
}

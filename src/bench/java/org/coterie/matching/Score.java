package org.coterie.matching;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How good groups are, whoever formed them.
 *
 * @param groups how many there are
 * @param coverage share of the people with an interest and room for a group who are in one
 * @param outsideSizes share of groups that are smaller or larger than asked for
 * @param infeasible share of groups whose members may not all meet
 * @param purity share of groups in which each stated tag is carried by at least 60 % of the members
 * @param affinity mean over memberships of {@link Affinity}
 * @param affinityEach mean over people with an interest and room for a group of the mean affinity of their groups, 0 for who
 *     is in none: leaving people out does not raise it
 * @param cosine mean over memberships of {@link Cosine}
 * @param restless share of people who want to move to an open place, as in {@link Quality#stability}; not a number where a
 *     group is larger than the largest there may be
 */
record Score(
        int groups,
        double coverage,
        double outsideSizes,
        double infeasible,
        double purity,
        double affinity,
        double affinityEach,
        double cosine,
        double restless) {

    /** @param mayMeet whether people, known by their index in the population, may be together in a group */
    static Score of(Index index, FormationRules rules, Formed formed, Predicate<int[]> mayMeet) {
        var groups = formed.groupsIn(index);
        var purposes = formed.purposesIn(index);
        int[] all = IntStream.range(0, groups.count()).toArray();
        int[] able = IntStream.range(0, index.people)
                .filter(p -> index.room[p] > 0 && index.interests(p) > 0)
                .toArray();
        var groupsOf = groups.turned(index.people);
        double seats = IntStream.of(all).map(groups::size).sum();
        double affinity = 0;
        double affinityEach = 0;
        double cosine = 0;
        for (int g : all) {
            int[] purpose = purposes.purpose(g);
            for (int p : groups.members(g)) {
                double fit = Arrays.stream(index.contributions(p, purpose)).sum();
                affinity += fit;
                affinityEach += fit / groupsOf.size(p);
                cosine += Cosine.of(index, p, purpose);
            }
        }
        return new Score(
                groups.count(),
                share(able, p -> groupsOf.size(p) > 0),
                share(all, g -> groups.size(g) < rules.minSize() || groups.size(g) > rules.maxSize()),
                share(all, g -> !mayMeet.test(formed.groups().members(g))),
                share(all, g -> isPure(index, groups.members(g), purposes.purpose(g))),
                affinity / seats,
                affinityEach / able.length,
                cosine / seats,
                restless(index, rules, formed, groups));
    }

    private static double share(int[] all, IntPredicate such) {
        return IntStream.of(all)
                .mapToDouble(i -> such.test(i) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static boolean isPure(Index index, int[] members, int[] purpose) {
        return IntStream.range(0, purpose.length).allMatch(i -> {
            int carriers = IntStream.of(members)
                    .map(p -> Shares.of(index.carried(p, purpose, 0, purpose.length), i))
                    .sum();
            return HardRules.shared(carriers, members.length);
        });
    }

    private static double restless(Index index, FormationRules rules, Formed formed, Circles groups) {
        if (IntStream.range(0, groups.count()).anyMatch(g -> groups.size(g) > rules.maxSize())) {
            return Double.NaN;
        }
        var books = formed.seatedIn(index, rules);
        var judged = new Appraisal(index, books, new HardRules(index, books, rules)).quality();
        return 1 - judged.stability();
    }
}

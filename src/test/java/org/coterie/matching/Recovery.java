package org.coterie.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of what was planted is found again. */
final class Recovery {

    private Recovery() {}

    /**
     * The share of planted purposes that can be a group, as enough of those who took them up share a language, and that
     * some group is: it states most of the purpose's tags, and at least half of its members took the purpose up.
     */
    static double recovered(PlantedPeople planted, Outcome outcome, int minSize) {
        Map<Integer, List<Integer>> groupsWithTag = new HashMap<>();
        for (int g = 0; g < outcome.groups(); g++) {
            for (int tag : outcome.purpose(g)) {
                groupsWithTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(g);
            }
        }
        int possible = 0;
        int found = 0;
        for (int purpose = 0; purpose < planted.purposes(); purpose++) {
            var takers = planted.takers(purpose);
            if (planted.mostWhoCanMeet(purpose) < minSize) {
                continue;
            }
            possible++;
            Map<Integer, Integer> stated = new HashMap<>();
            for (int tag : planted.tags(purpose)) {
                groupsWithTag.getOrDefault(tag, List.of()).forEach(g -> stated.merge(g, 1, Integer::sum));
            }
            int tags = planted.tags(purpose).length;
            found += stated.entrySet().stream()
                            .filter(entry -> 2 * entry.getValue() > tags)
                            .anyMatch(entry -> 2 * common(outcome.members(entry.getKey()), takers)
                                    >= outcome.members(entry.getKey()).length)
                    ? 1
                    : 0;
        }
        return possible == 0 ? 1 : (double) found / possible;
    }

    /** The mean, over planted purposes and over groups, of the best F1 with one of the others (Yang and Leskovec). */
    static double meanF1(PlantedPeople planted, Outcome outcome, int minSize) {
        List<Set<Integer>> truth = new ArrayList<>();
        for (int purpose = 0; purpose < planted.purposes(); purpose++) {
            if (planted.takers(purpose).size() >= minSize) {
                truth.add(planted.takers(purpose));
            }
        }
        List<Set<Integer>> groups = groups(outcome);
        return (meanBest(truth, groups) + meanBest(groups, truth)) / 2;
    }

    /** How far who is together in how many groups agrees with what was planted, beyond chance (Collins and Dent). */
    static double omega(PlantedPeople planted, Outcome outcome) {
        Map<Long, Integer> truth = new HashMap<>();
        for (int purpose = 0; purpose < planted.purposes(); purpose++) {
            countPairs(planted.takers(purpose), truth);
        }
        Map<Long, Integer> found = new HashMap<>();
        groups(outcome).forEach(group -> countPairs(group, found));
        double pairs = planted.people() * (planted.people() - 1.0) / 2;
        var pairsTogether = new HashSet<>(truth.keySet());
        pairsTogether.addAll(found.keySet());
        Map<Integer, Double> truthTimes = new HashMap<>(Map.of(0, pairs - truth.size()));
        Map<Integer, Double> foundTimes = new HashMap<>(Map.of(0, pairs - found.size()));
        truth.values().forEach(times -> truthTimes.merge(times, 1.0, Double::sum));
        found.values().forEach(times -> foundTimes.merge(times, 1.0, Double::sum));
        double agreed = pairs - pairsTogether.size();
        for (long pair : pairsTogether) {
            agreed += truth.getOrDefault(pair, 0).equals(found.getOrDefault(pair, 0)) ? 1 : 0;
        }
        double chance = 0;
        for (var times : truthTimes.entrySet()) {
            chance += times.getValue() * foundTimes.getOrDefault(times.getKey(), 0.0) / pairs / pairs;
        }
        return (agreed / pairs - chance) / (1 - chance);
    }

    private static List<Set<Integer>> groups(Outcome outcome) {
        List<Set<Integer>> groups = new ArrayList<>();
        for (int g = 0; g < outcome.groups(); g++) {
            Set<Integer> members = new HashSet<>();
            for (int member : outcome.members(g)) {
                members.add(member);
            }
            groups.add(members);
        }
        return groups;
    }

    private static double meanBest(List<Set<Integer>> ours, List<Set<Integer>> theirs) {
        Map<Integer, List<Set<Integer>>> with = new HashMap<>();
        theirs.forEach(set -> set.forEach(
                p -> with.computeIfAbsent(p, any -> new ArrayList<>()).add(set)));
        double sum = 0;
        for (var set : ours) {
            double best = 0;
            for (int p : set) {
                for (var other : with.getOrDefault(p, List.of())) {
                    long common = other.stream().filter(set::contains).count();
                    best = Math.max(best, 2.0 * common / (set.size() + other.size()));
                }
            }
            sum += best;
        }
        return ours.isEmpty() ? 0 : sum / ours.size();
    }

    private static void countPairs(Set<Integer> group, Map<Long, Integer> pairs) {
        for (int a : group) {
            for (int b : group) {
                if (a < b) {
                    pairs.merge((long) a << 32 | b, 1, Integer::sum);
                }
            }
        }
    }

    private static int common(int[] members, Set<Integer> takers) {
        int common = 0;
        for (int member : members) {
            common += takers.contains(member) ? 1 : 0;
        }
        return common;
    }
}

package org.coterie.matching;

import java.util.stream.IntStream;

/** Judges how good the groups are, by looking at all of them once more. */
final class Appraisal {

    private final Index index;
    private final Groups groups;
    private final HardRules rules;

    Appraisal(Index index, Groups groups, HardRules rules) {
        this.index = index;
        this.groups = groups;
        this.rules = rules;
    }

    Quality quality() {
        int able = 0;
        int placed = 0;
        for (int p = 0; p < index.people; p++) {
            if (index.room[p] > 0 && index.interests(p) > 0) {
                able++;
                placed += groups.groupsOf(p) > 0 ? 1 : 0;
            }
        }
        int live = 0;
        int pure = 0;
        int seats = 0;
        double affinity = 0;
        for (int g = 0; g < groups.count(); g++) {
            if (groups.size(g) > 0 && !groups.isAnswered(g)) {
                live++;
                pure += pure(g) ? 1 : 0;
                seats += groups.size(g);
                affinity += affinity(g);
            }
        }
        return new Quality(
                share(placed, able),
                seats == 0 ? 0 : affinity / seats,
                1 - (able == 0 ? 0 : (double) restless() / able),
                share(pure, live));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private boolean pure(int g) {
        return IntStream.range(0, groups.purposeSize(g))
                .allMatch(i -> HardRules.shared(groups.carriers(g, i), groups.size(g)));
    }

    private double affinity(int g) {
        int[] purpose = groups.purpose(g);
        double sum = 0;
        for (int i = 0; i < groups.size(g); i++) {
            for (double contribution : index.contributions(groups.member(g, i), purpose)) {
                sum += contribution;
            }
        }
        return sum;
    }

    /** How many people would rather move. */
    private int restless() {
        var places = new OpenPlaces(index, groups, rules);
        int parts = 64;
        return IntStream.range(0, parts)
                .parallel()
                .map(part -> {
                    var view = places.view();
                    int from = (int) ((long) index.people * part / parts);
                    int to = (int) ((long) index.people * (part + 1) / parts);
                    return (int) IntStream.range(from, to)
                            .filter(p -> view.search(p, BetterResponse.WORTH_MOVING))
                            .count();
                })
                .sum();
    }
}

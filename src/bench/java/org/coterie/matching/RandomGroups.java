package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Whom chance brings together: everybody is in as many groups as they have room for, of any size within the bounds. */
final class RandomGroups {

    private final FormationRules rules;
    private final Random random;

    private RandomGroups(FormationRules rules) {
        this.rules = rules;
        random = new Random(rules.seed());
    }

    static Formed form(Given given) {
        return Formed.inside(given.index(), new RandomGroups(given.rules()).groups(given.index()));
    }

    private Circles groups(Index index) {
        var groups = new Circles();
        for (int round = 1; round <= rules.groupsPerPerson(); round++) {
            int times = round;
            int[] people = IntStream.range(0, index.people)
                    .filter(p -> index.room[p] >= times && index.interests(p) > 0)
                    .toArray();
            IntArrays.shuffle(people, random);
            for (int from = 0, to; from < people.length; from = to) {
                to = from + size(people.length - from);
                groups.add(Arrays.copyOfRange(people, from, to));
            }
        }
        return groups;
    }

    /** Leaves either nobody or enough for another group. */
    private int size(int left) {
        if (left <= rules.maxSize()) {
            return left;
        }
        int most = Math.min(rules.maxSize(), left - rules.minSize());
        return rules.minSize() + random.nextInt(most - rules.minSize() + 1);
    }
}

package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Who shares somebody's rarest tags and is in no group: among whom it is looked for a group around them. */
final class Waiting {

    private static final int MOST_CANDIDATES = 500;
    private static final int RARE = 2_000;

    private final Index index;
    private final IntPredicate waits;
    private int[] people = {};
    private int[] tags = {};

    /** @param waits whether somebody is in no group */
    Waiting(Index index, IntPredicate waits) {
        this.index = index;
        this.waits = waits;
    }

    /** The people around a newcomer, who is the first of them. */
    Population around(int newcomer) {
        people = circle(newcomer).toIntArray();
        var builder = Population.builder().totalPeople(index.people);
        Map<Integer, Integer> here = new HashMap<>();
        for (int member : people) {
            int person = builder.person(member, index.languages[member], 1);
            builder.free(person, free(index.weeks.weekOf(member)));
            for (int e = index.start[member]; e < index.start[member + 1]; e++) {
                int tag = here.computeIfAbsent(index.tag[e], builder::tag);
                builder.holders(tag, index.frequency[index.tag[e]]);
                builder.interest(person, tag, index.strength[e], Stance.SHARE);
            }
        }
        tags = new int[here.size()];
        here.forEach((outside, inside) -> tags[inside] = outside);
        for (int i = 0; i < people.length; i++) {
            for (int k = 0; k < i; k++) {
                if (index.blocked(people[i], people[k])) {
                    builder.block(i, k);
                }
            }
        }
        return builder.build();
    }

    private BitSet free(int week) {
        return BitSet.valueOf(IntStream.range(0, Weeks.PARTS)
                .mapToLong(part -> index.weeks.part(week, part))
                .toArray());
    }

    /** Who somebody is in the population made last, by their number in the index. */
    int person(int inCircle) {
        return people[inCircle];
    }

    /** What a tag of the population made last is, by its number in the index. */
    int tag(int inCircle) {
        return tags[inCircle];
    }

    private IntLinkedOpenHashSet circle(int newcomer) {
        var members = new IntLinkedOpenHashSet();
        members.add(newcomer);
        for (int e = index.start[newcomer]; e < index.start[newcomer + 1]; e++) {
            int tag = index.tag[e];
            for (int h = index.holderStart[tag];
                    h < index.holderStart[tag + 1] && index.holders(tag) <= RARE && members.size() <= MOST_CANDIDATES;
                    h++) {
                if (waits.test(index.holder[h])) {
                    members.add(index.holder[h]);
                }
            }
        }
        return members;
    }
}

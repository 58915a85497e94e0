package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Makes groups within the bounds out of communities of any size: what is too large is cut into equal parts, and what is
 * too small is no group. Whoever is then in more groups than they have room for stays in those that fit them best.
 */
final class CutToSize {

    private final Index index;
    private final FormationRules rules;
    private final Statement statement;

    private CutToSize(Index index, FormationRules rules) {
        this.index = index;
        this.rules = rules;
        statement = new Statement(index);
    }

    static Formed form(Given given, Formed communities) {
        var cut = new CutToSize(given.index(), given.rules());
        return Formed.inside(given.index(), cut.groups(communities.groupsIn(given.index())));
    }

    private Circles groups(Circles communities) {
        var parts = new Circles();
        for (int c = 0; c < communities.count(); c++) {
            int[] community = communities.members(c);
            int number = (community.length + rules.maxSize() - 1) / rules.maxSize();
            for (int part = 0; part < number; part++) {
                parts.add(Arrays.copyOfRange(
                        community, community.length * part / number, community.length * (part + 1) / number));
            }
        }
        return withinRoom(parts.ofAtLeast(rules.minSize()));
    }

    private Circles withinRoom(Circles groups) {
        var purposes = Formed.inside(index, groups).purposesIn(index);
        var groupsOf = groups.turned(index.people);
        var stays = new IntArrayList[groups.count()];
        Arrays.setAll(stays, g -> new IntArrayList());
        for (int p = 0; p < index.people; p++) {
            int person = p;
            IntStream.of(groupsOf.members(p))
                    .boxed()
                    .sorted(Comparator.comparingDouble(g -> -statement.affinity(person, purposes.purpose(g))))
                    .limit(index.room[p])
                    .forEach(g -> stays[g].add(person));
        }
        var within = new Circles();
        for (var members : stays) {
            within.add(members.toIntArray());
        }
        return within.ofAtLeast(rules.minSize());
    }
}

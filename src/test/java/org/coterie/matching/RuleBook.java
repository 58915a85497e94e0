package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;

/** The hard rules once more, spelt out slowly: what {@link HardRules} is held against. */
final class RuleBook {

    private RuleBook() {}

    static void assertHolds(Crew crew, FormationRules rules, int[] purpose, int[] members) {
        assertThat(members).doesNotHaveDuplicates();
        assertThat(members.length).isBetween(rules.minSize(), rules.maxSize());
        assertThat(purpose).isNotEmpty().hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
        for (int tag : purpose) {
            var holders = IntStream.of(members)
                    .filter(m -> crew.interests.get(m).containsKey(tag))
                    .toArray();
            assertThat((double) holders.length / members.length).isGreaterThanOrEqualTo(0.6 - 1e-9);
            boolean sought = IntStream.of(holders).anyMatch(m -> stance(crew, m, tag) == Stance.SEEK);
            boolean offered = IntStream.of(holders).anyMatch(m -> stance(crew, m, tag) == Stance.OFFER);
            assertThat(offered || !sought).isTrue();
        }
        var free = new BitSet();
        free.set(0, 336);
        boolean online = true;
        boolean near = true;
        long common = -1;
        for (int member : members) {
            assertThat(crew.rooms.get(member)).isPositive();
            free.and(crew.free.getOrDefault(member, free));
            int[] place = crew.places.get(member);
            online &= place == null || place[2] == 1;
            int[] company = crew.company.getOrDefault(member, new int[] {rules.minSize(), rules.maxSize()});
            assertThat(members.length).isBetween(company[0], company[1]);
            assertThat(carry(crew, purpose, member)).isGreaterThanOrEqualTo(0.6 - 1e-9);
            assertIsAccompanied(crew, member, members);
            common &= crew.languages.get(member) == 0 ? -1 : crew.languages.get(member);
            for (int other : members) {
                int[] there = crew.places.get(other);
                near &= place == null || there == null || Math.abs(place[0] - there[0]) <= Math.min(place[1], there[1]);
                assertThat(member != other && crew.blocks.contains(Set.of(member, other)))
                        .isFalse();
            }
        }
        assertThat(common).isNotZero();
        assertThat(online || near).isTrue();
        assertThat(free.cardinality()).isGreaterThanOrEqualTo(2 * rules.commonHours());
    }

    /** Those who were not there before carry enough, and nothing keeps them from anybody. */
    static void assertMayJoin(Crew crew, int[] purpose, int[] members, int[] before) {
        for (int member : members) {
            if (IntStream.of(before).anyMatch(other -> other == member)) {
                continue;
            }
            assertThat(crew.rooms.get(member)).isPositive();
            assertThat(carry(crew, purpose, member)).isGreaterThanOrEqualTo(0.6 - 1e-9);
            assertIsAccompanied(crew, member, members);
            assertThat(members.length).isLessThanOrEqualTo(crew.company.getOrDefault(member, new int[] {0, 99})[1]);
            var free = new BitSet();
            free.set(0, 336);
            long spoken = crew.languages.get(member) == 0 ? -1 : crew.languages.get(member);
            for (int other : members) {
                assertThat(crew.blocks).doesNotContain(new java.util.HashSet<>(java.util.List.of(member, other)));
                spoken &= crew.languages.get(other) == 0 ? -1 : crew.languages.get(other);
                free.and(crew.free.getOrDefault(other, free));
            }
            // those who were there may have come without one, which is no matter of somebody who speaks any
            assertThat(spoken != 0 || crew.languages.get(member) == 0).isTrue();
            assertThat(free.cardinality()).isGreaterThanOrEqualTo(2 * 20);
        }
    }

    private static void assertIsAccompanied(Crew crew, int member, int[] members) {
        for (int tag : crew.wishes.getOrDefault(member, Set.of())) {
            if (crew.interests.get(member).containsKey(tag)) {
                assertThat(IntStream.of(members).filter(other -> other != member))
                        .anyMatch(other -> crew.interests.get(other).containsKey(tag));
            }
        }
        for (Set<Integer> pair : crew.together) {
            assertThat(pair.contains(member)
                            && IntStream.of(members).filter(pair::contains).count() < 2)
                    .isFalse();
        }
    }

    private static Stance stance(Crew crew, int person, int tag) {
        var interest = crew.interests.get(person).get(tag);
        return interest == null ? Stance.SHARE : interest.stance();
    }

    private static double carry(Crew crew, int[] purpose, int person) {
        double part = 0;
        double whole = 0;
        for (int tag : purpose) {
            double rarity = Rarity.idf(
                    crew.interests.stream().filter(all -> all.containsKey(tag)).count(), crew.people());
            whole += rarity;
            part += crew.interests.get(person).containsKey(tag) ? rarity : 0;
        }
        return part / whole;
    }
}

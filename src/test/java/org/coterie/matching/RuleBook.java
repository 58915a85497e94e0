package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
            double carried = IntStream.of(members)
                    .mapToDouble(m -> share(crew, purpose, m, tag))
                    .sum();
            assertThat(carried / members.length).isGreaterThanOrEqualTo(0.6 - 1e-9);
            assertThat(anybody(crew, purpose, members, tag, Stance.OFFER)
                            || !anybody(crew, purpose, members, tag, Stance.SEEK))
                    .isTrue();
            assertThat(IntStream.of(members).anyMatch(m -> holdsAlone(crew, m, tag))
                            && IntStream.of(members).anyMatch(m -> saysNearly(crew, purpose, m, tag)))
                    .isFalse();
        }
        var free = new BitSet();
        free.set(0, 672);
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
        assertThat(free.cardinality()).isGreaterThanOrEqualTo(4 * rules.commonHours());
    }

    /** Those who were not there before carry enough, and nothing keeps them from anybody. */
    static void assertMayJoin(Crew crew, int[] purpose, int[] members, int[] before) {
        for (int member : members) {
            if (IntStream.of(before).anyMatch(other -> other == member)) {
                continue;
            }
            assertThat(crew.rooms.get(member)).isPositive();
            assertThat(carry(crew, purpose, member)).isGreaterThanOrEqualTo(0.6 - 1e-9);
            assertThat(IntStream.of(purpose).map(tag -> heldFor(crew, purpose, member, tag)))
                    .noneMatch(held -> held >= 0 && crew.holdsSecretly(member, held));
            assertIsAccompanied(crew, member, members);
            assertThat(members.length).isLessThanOrEqualTo(crew.company.getOrDefault(member, new int[] {0, 99})[1]);
            var free = new BitSet();
            free.set(0, 672);
            long spoken = crew.languages.get(member) == 0 ? -1 : crew.languages.get(member);
            for (int other : members) {
                assertThat(crew.blocks).doesNotContain(new java.util.HashSet<>(List.of(member, other)));
                spoken &= crew.languages.get(other) == 0 ? -1 : crew.languages.get(other);
                free.and(crew.free.getOrDefault(other, free));
            }
            // those who were there may have come without one, which is no matter of somebody who speaks any
            assertThat(spoken != 0 || crew.languages.get(member) == 0).isTrue();
            assertThat(free.cardinality()).isGreaterThanOrEqualTo(4 * 20);
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

    /** Whether what somebody holds counts as itself alone: it is secret, or near to what they do not mean. */
    private static boolean holdsAlone(Crew crew, int member, int tag) {
        var near = crew.nearness();
        return crew.holdsSecretly(member, tag)
                || (crew.interests.get(member).containsKey(tag)
                        && crew.notMeant.getOrDefault(member, Set.of()).stream()
                                .anyMatch(not -> near.confidence(tag, not) > 0));
    }

    private static boolean saysNearly(Crew crew, int[] purpose, int member, int tag) {
        int held = heldFor(crew, purpose, member, tag);
        return held >= 0 && held != tag;
    }

    /** Whether a member carries the tag of the purpose that way. */
    private static boolean anybody(Crew crew, int[] purpose, int[] members, int tag, Stance stance) {
        return IntStream.of(members).anyMatch(member -> {
            int held = heldFor(crew, purpose, member, tag);
            return held >= 0
                    && Objects.requireNonNull(crew.interests.get(member).get(held))
                                    .stance()
                            == stance;
        });
    }

    /** The tag by which somebody carries one of a purpose, or -1: that one, or else the surest near one that is free for it. */
    static int heldFor(Crew crew, int[] purpose, int person, int tag) {
        var held = crew.interests.get(person).keySet();
        if (held.contains(tag)) {
            return tag;
        }
        var near = crew.nearness();
        return held.stream()
                .filter(other -> near.confidence(other, tag) > 0)
                .filter(other -> crew.notMeant.getOrDefault(person, Set.of()).stream()
                        .noneMatch(not -> near.confidence(other, not) > 0))
                .filter(other ->
                        !crew.holdsSecretly(person, other) && !crew.otherSenses.contains(List.of(person, other, tag)))
                .filter(other -> IntStream.of(purpose).noneMatch(stated -> stated == other))
                .filter(other -> IntStream.of(purpose)
                        .allMatch(stated -> near.confidence(other, stated) <= near.confidence(other, tag)))
                .max(Comparator.comparingDouble(other -> near.confidence(other, tag)))
                .orElse(-1);
    }

    /** How much somebody carries of a tag of a purpose. */
    static double share(Crew crew, int[] purpose, int person, int tag) {
        int held = heldFor(crew, purpose, person, tag);
        return held < 0 ? 0 : held == tag ? 1 : crew.nearness().confidence(held, tag);
    }

    private static double carry(Crew crew, int[] purpose, int person) {
        double part = 0;
        double whole = 0;
        for (int tag : purpose) {
            double rarity = Rarity.idf(
                    crew.interests.stream().filter(all -> all.containsKey(tag)).count(), crew.people());
            whole += rarity;
            part += rarity * share(crew, purpose, person, tag);
        }
        return part / whole;
    }
}

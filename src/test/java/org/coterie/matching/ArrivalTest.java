package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in one order or the other, to the same end. */
class ArrivalTest {

    @Test
    void whichKindIsNamedFirstDoesNotMatter() {
        assertThat(companionsOfTheFirst(true)).isEqualTo(companionsOfTheFirst(false));
    }

    /** One who wants to be the only one of neither kind: one other is of both, and another, who comes before, of one. */
    private static int[] companionsOfTheFirst(boolean rarerKindFirst) {
        var builder = Population.builder();
        int shared = builder.tag(1);
        for (int p = 0; p < 6; p++) {
            builder.interest(builder.person(11 + p, 0, 1), shared, 1, Stance.SHARE);
            for (int own = 0; own < p; own++) {
                builder.interest(p, builder.tag(100 * p + own), 0.1f, Stance.SHARE);
            }
        }
        var bonds = new Bonds();
        int[] kinds = {bonds.kind(), bonds.kind()};
        int rarer = kinds[rarerKindFirst ? 0 : 1];
        int other = kinds[rarerKindFirst ? 1 : 0];
        IntStream.of(0, 3).forEach(p -> bonds.ofKind(rarer, p));
        IntStream.of(0, 2, 3).forEach(p -> bonds.ofKind(other, p));
        IntStream.of(kinds).forEach(kind -> bonds.notTheOnlyOne(0, kind));

        var outcome = Matching.form(builder.bonds(bonds).build(), new FormationRules(3, 3, 1, 1), progress -> {});

        return IntStream.range(0, outcome.groups())
                .mapToObj(g -> sorted(outcome.members(g)))
                .filter(members -> members[0] == 0)
                .findFirst()
                .orElseThrow();
    }

    private static int[] sorted(int[] members) {
        Arrays.sort(members);
        return members;
    }

    @Test
    void whichOfTwoGroupsThatDifferInNothingButThatOneWaitsComesFirstDoesNotMatter() {
        assertThat(isJoinedGroupWaiting(0)).isEqualTo(isJoinedGroupWaiting(1));
    }

    private static boolean isJoinedGroupWaiting(int waiting) {
        var builder = Population.builder();
        int tag = builder.tag(1);
        for (int p = 0; p < 4; p++) {
            builder.interest(builder.person(11 + p, 0, p < 3 ? 2 : 1), tag, 1, Stance.SHARE);
        }
        for (int g = 0; g < 2; g++) {
            builder.groups().purpose(builder.groups().add(true, 8), tag);
            for (int p = 0; p < 3; p++) {
                builder.groups().member(g, p);
            }
        }
        builder.groups().waits(waiting);

        var outcome = Matching.form(builder.build(), new FormationRules(3, 8, 2, 1), progress -> {});

        assertThat(outcome.groups()).isEqualTo(1);
        return outcome.origin(0) == waiting;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSaidInSecretAndOpenlyAlikeIsSecret(boolean secretFirst) {
        var builder = Population.builder();
        int tag = builder.tag(1);
        int person = builder.person(11, 0, 1);
        if (secretFirst) {
            builder.secretInterest(person, tag, 1, Stance.SHARE);
        }
        builder.interest(person, tag, 1, Stance.SHARE);
        if (!secretFirst) {
            builder.secretInterest(person, tag, 1, Stance.SHARE);
        }

        assertThat(new Index(builder.build(), new FormationRules(3, 8, 1, 1)).secret.get(0))
                .isTrue();
    }
}

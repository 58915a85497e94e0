package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;

import org.coterie.interests.Stance;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final String LONG = "a tag that somebody wrote as a whole sentence of many short words";

    @Test
    void noSentenceHasMoreThan25Words() {
        for (Stance mine : Stance.values()) {
            for (long holders : new long[] {2, 12}) {
                assertThat(Wording.group(mine, LONG, holders, 480).toString().split("\\s+"))
                        .hasSizeLessThanOrEqualTo(25);
                for (Stance theirs : Stance.values()) {
                    assertThat(Wording.person(LONG, mine, theirs, LONG, holders, 480)
                                    .toString()
                                    .split("\\s+"))
                            .hasSizeLessThanOrEqualTo(25);
                }
            }
        }
        for (Missing.Wanted wanted : Missing.Wanted.values()) {
            assertThat(Wording.waiting(12, 3, wanted, LONG).toString().split("\\s+"))
                    .hasSizeLessThanOrEqualTo(25);
        }
    }

    @Test
    void whatIsCommonIsNotCalledRare() {
        assertThat(Wording.group(Stance.SHARE, "chess", 12, 480))
                .hasToString(
                        "You care about chess, and this group is about it; only 12 of 480 people here name it openly.");
        assertThat(Wording.group(Stance.SHARE, "chess", 240, 480).toString()).doesNotContain("only");
        assertThat(Wording.person("Ada", Stance.SEEK, Stance.OFFER, "chess", 0, 480))
                .hasToString("Ada offers chess, which you are looking for; under 3 of 480 people here name it openly.");
    }
}

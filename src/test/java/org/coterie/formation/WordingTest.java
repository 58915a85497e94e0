package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coterie.interests.Stance;
import org.coterie.language.Text;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final String LONG = "a tag that somebody wrote as a whole sentence of many short words";

    @Test
    void noSentenceHasMoreThan25Words() {
        for (Stance mine : Stance.values()) {
            for (long holders : new long[] {2, 12}) {
                assertThat(Wording.group(mine, LONG, holders, 480).words()).isLessThanOrEqualTo(25);
                for (Stance theirs : Stance.values()) {
                    assertThat(Wording.person(LONG, mine, theirs, LONG, holders, 480)
                                    .words())
                            .isLessThanOrEqualTo(25);
                }
            }
        }
        for (Missing.Wanted wanted : Missing.Wanted.values()) {
            var missing = new Missing(new UUID(0, 1), 12, 3, wanted, 100);
            assertThat(Wording.waiting(missing, LONG).words()).isLessThanOrEqualTo(25);
        }
    }

    @Test
    void changesThatWouldMakeASentenceTooLongAreCounted() {
        var hours = new Text("loosened.any-hours");
        var size = new Text("loosened.smaller", Map.of("people", 3));
        var kindred = new Text("loosened.only-one", Map.of("tags", Text.label("chess")));

        assertThat(Wording.wouldHelp(List.of(hours, size), "go"))
                .hasToString(
                        "If you were free at any time and 3 people were enough for you, there would be a group for you: go.");
        assertThat(Wording.wouldHelp(List.of(hours, kindred), LONG))
                .hasToString("If you changed these 2 terms together, there would be a group for you: "
                        + "a tag that somebody wrote ….");
    }

    @Test
    void nothingIsCalledRareWhereHardlyAnybodyIs() {
        assertThat(Wording.group(Stance.SHARE, "chess", 2, 3))
                .hasToString("You care about chess, and this group is about it.");
        assertThat(Wording.group(Stance.SHARE, "chess", 2, 4).toString()).contains("under 3 of 4");
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

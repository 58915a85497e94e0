package org.coterie.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearnessTest {

    @ParameterizedTest
    @CsvSource({
        "cycling, biking",
        "board games, boardgames",
        "Board-Games, board game",
        "dancing, dance",
        "soap making, soapmaking",
        "role-playing games, RPG",
        "game development, gamedev",
        "gardning, gardening",
        "photograhy, photography",
        "bicylce, bicycle",
        "gutiar, guitar",
        "kniting, knitting",
        "cafe, Café",
        "human resources, HR",
        "artificial intelligence, AI"
    })
    void namesThatMeanTheSameAreNear(String one, String other) {
        assertThat(TestModel.confidence(one, other)).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @CsvSource({
        "meditation, medication",
        "horses, houses",
        "chess, cheese",
        "painting, printing",
        "poker, poetry",
        "sailing, selling",
        "sailing, mailing",
        "atheism, theism",
        "gastronomy, astronomy",
        "welding, weeding",
        "moths, maths",
        "sewing, sowing",
        "climbing, cooking",
        "C, C++",
        "C++, C#",
        "python 2, python 3",
        "school reunion 1999, school reunion 1998",
        "own-writer3-112, own-writer1-12",
        "hiking, walking",
        "football, ballet",
        "pro-life, pro-choice",
        "brexit leavers, brexit remainers",
        "straight, gay",
        "deaf, hearing",
        "landlords, tenants",
        "sober, drinking",
        "fasting, feasting",
        "Israel solidarity, Palestine solidarity",
        "🎸, 🍕",
        "rap, returning after prison",
        "soap, starting over after prison",
        "php, parents helping parents",
        "go, gay outdoors",
        "dc, decorating cakes"
    })
    void namesThatOnlyLookAlikeAreNot(String one, String other) {
        assertThat(TestModel.confidence(one, other)).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"gardning, gardening", "photograhy, photography", "board game, boardgames"})
    void whatIsMistypedIsNearByItsSpellingAlone(String one, String other) {
        assertThat(Nearness.bySpelling(one, other)).isGreaterThan(0.6).isEqualTo(Nearness.bySpelling(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "cycling, biking",
        "gardening, garden centres",
        "climbing, climbing walls",
        "sewing, sowing",
        "maths, moths"
    })
    void whatIsNotIsNot(String one, String other) {
        assertThat(Nearness.bySpelling(one, other)).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"rear, resumed arterial", "mayo, markham yoga", "taps, taste psychology"})
    void aWordIsNotShortForOthersThatBeginLikeIt(String one, String other) {
        assertThat(TestModel.confidence(one, other)).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"cycling, biking", "role-playing games, RPG", "rock climbing, climbing", "gardning, gardening"})
    void eitherOrderIsAsSure(String one, String other) {
        assertThat(TestModel.confidence(one, other)).isCloseTo(TestModel.confidence(other, one), within(1e-6));
    }

    @Test
    void theSameNameIsTheSame() {
        assertThat(TestModel.confidence("Paper Maps", "paper maps")).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @CsvSource({
        "radfahrn, radfahren, 1",
        "bord-games, board-games, 1",
        "gardenin, gardening, 1",
        "hiknig, hiking, 1",
        "fotballl, fotball, 1",
        "chesss, chess, 1",
        "kaffe, kaffee, 1",
        "katzzze, katze, 2",
        "fottballl, fotball, 2"
    })
    void whatIsMistypedIsSurelyMeant(String slip, String name, int mistakes) {
        assertThat(Nearness.bySlip(slip, name, mistakes)).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource({"reitan, reisen, 2", "cavin, carving, 2", "mitologia, micologia, 1", "hikng, hiking, 1"})
    void whatMayBeAnotherWordIsMeantLessSurely(String slip, String name, int mistakes) {
        assertThat(Nearness.bySlip(slip, name, mistakes)).isBetween(0.7, 0.8);
    }
}

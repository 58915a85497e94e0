package org.coterie.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are what the tokenizer of Hugging Face gives with the same vocabulary. */
class WordPiecesTest {

    private final WordPieces pieces = new WordPieces(Vocabulary.get(), 512);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rock climbing | 101 2600 8218 102",
                "Crème brûlée à la carte | 101 13675 21382 7987 9307 2063 1037 2474 11122 2063 102",
                "don't (really) stop… | 101 2123 1005 1056 1006 2428 1007 2644 1529 102",
                "gardning | 101 11721 4103 5582 102",
                "C++ & C# | 101 1039 1009 1009 1004 1039 1001 102",
                "東京 タワー | 101 1879 1755 1709 30262 30265 102",
                "guitar 🎸 | 101 2858 100 102",
                "Ελλάδα ΣΟΦΟΣ | 101 1159 29727 29727 14608 29722 14608 1173 29730 29736 29730 29733 102",
            })
    void aTextIsCutAsTheModelLearntIt(String text, String expected) {
        assertThat(text(pieces.of(text))).isEqualTo(expected);
    }

    @Test
    void whatIsInvisibleIsReadOver() {
        assertThat(pieces.of("rock\u200b\u0007 climbing\n")).isEqualTo(pieces.of("rock climbing"));
    }

    @Test
    void aTextCannotWriteTheMarks() {
        assertThat(pieces.of("[CLS][SEP]"))
                .doesNotContain(0)
                .satisfies(ids -> assertThat(ids[1]).isNotEqualTo(101));
    }

    @Test
    void aWordOfMoreThanAHundredLettersIsUnknown() {
        assertThat(pieces.of("x".repeat(101))).containsExactly(101, 100, 102);
        assertThat(pieces.of("x".repeat(100))).hasSizeGreaterThan(3);
    }

    @Test
    void whatGoesBeyondTheWindowIsLeftOut() {
        var narrow = new WordPieces(Vocabulary.get(), 4);

        assertThat(narrow.of("gardning")).containsExactly(101, 11721, 4103, 102);
        assertThat(pieces.of("rock ".repeat(100_000))).hasSize(512).endsWith(102);
    }

    @Test
    void anEmptyTextSaysNothing() {
        assertThat(pieces.saySomething(pieces.of(" "))).isFalse();
        assertThat(pieces.saySomething(pieces.of("🎸 🎸"))).isFalse();
        assertThat(pieces.saySomething(pieces.of("🎸 rock"))).isTrue();
    }

    private static String text(long[] ids) {
        var text = new StringBuilder();
        for (long id : ids) {
            text.append(text.isEmpty() ? "" : " ").append(id);
        }
        return text.toString();
    }

    @Test
    void whatNobodySpeaksIsARiddle() {
        var random = new Random(1);
        String consonants = "bcdfghjklmnpqrstvwxz";
        for (int word = 0; word < 500; word++) {
            String letters = random.ints(random.nextInt(6, 13), 0, consonants.length())
                    .mapToObj(at -> consonants.substring(at, at + 1))
                    .collect(Collectors.joining());

            assertThat(pieces.isRiddle(letters)).as(letters).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zqdrmtmcwtn",
                "Project zqdrmtmcwtn",
                "XK-47B2RT9Q",
            })
    void aNameOfWhichTheModelKnowsLettersOnlyIsARiddle(String name) {
        assertThat(pieces.isRiddle(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rhythm",
                "brunch",
                "BJJ",
                "TTRPG",
                "dyslexic",
                "Kombucha",
                "HIIT",
                "sculpting",
                "mysql",
                "frukttrær",
                "Pilates",
                "C++",
                "24/7",
                "",
                "I look for people who play zqdrmtmcwtn",
            })
    void whatTheModelKnowsIsNone(String name) {
        assertThat(pieces.isRiddle(name)).isFalse();
    }
}

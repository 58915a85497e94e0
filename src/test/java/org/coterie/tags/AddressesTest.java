package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    /** What stands between the signs is an address, and nothing else is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            see [https://example.org/?q=#yoga]
            see [https://example.org/page#yoga], or not
            ([HTTPS://de.wikipedia.org/wiki/Schach_(Spiel)/Größe]). Chess
            <[https://example.org/yoga]> #chess
            [www.example.org/yoga] is about #yoga
            🚲 write to [chess.club+new@example.org], please
            mailto:[chess@example.org]
            ask [@chess]. Yoga
            '#yoga[@park]'
            ask [@chess@example.org]!
            come to [example.org:8080/yoga] today
            come to [chess.com] or [chess.de].
            [yoga.example.org] #yoga
            running.[https://example.org/yoga]
            yoga[@8pm] at home
            '#chess.com'
            I write node.js/react, asp.net and .net
            Étudiant.es et musicien.ne
            I ran. Yoga/pilates next. See you @ yoga
            """)
    void anAddressIsBlankAndAllElseStaysWhereItIs(String marked) {
        String text = marked.replaceAll("[\\[\\]]", "");
        String blanked = Addresses.blanked(text);

        assertThat(blanked).hasSameSizeAs(text);
        assertThat(blanked.replaceAll("\u00A0+", " ")).isEqualTo(marked.replaceAll("\\[[^]]*]", " "));
    }

    @Test
    void whatIsReadOfATextIsNotItsAddresses() {
        var text = new Text("see https://example.org/yoga", Set.of("en"), Set.of());

        assertThat(text.words().replace('\u00A0', ' ').strip()).isEqualTo("see");
        assertThat(Tags.hashtagsIn("#chess, see https://example.org/?q=#yoga"))
                .extracting(found -> found.tag().name())
                .isEqualTo(List.of("chess"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "a@", "@a.", "a-", "http", "www.", "https://", "a.b/", "a+", "a.a:", "é\u0301"})
    void aLongTextTakesNoLonger(String repeated) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Addresses.blanked(repeated.repeat(10_000)));
    }
}

package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenialsTest {

    /** What stands between the signs is looked at. */
    private static boolean isDenied(String language, String marked) {
        int start = marked.indexOf('[');
        return new Denials(marked.replaceAll("[\\[\\]]", ""), Set.of(language)).reach(start);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I no longer [run]
            en | I don't like [running] at all
            en | I don’t want to do any [pottery]
            en | i dont like [running], cant stand it
            en | cant stand [golf]
            en | Boycott [golf]
            en | Never again [karaoke]!
            en | We stopped playing [chess] last year
            en | I gave up [smoking]
            en | [Football] is not for me
            en | I'd rather cook than anything, but not [bake]
            de | Ich laufe nicht mehr, keine [Marathons]
            de | Ich [laufe] nicht mehr
            de | Bitte kein [Fußball]
            de | Mit dem [Rauchen] habe ich aufgehört
            fr | Je ne fais plus de [vélo]
            fr | Je n'aime pas le [football]
            fr | Sans [gluten], merci
            es | Ya no [corro]
            es | No me gusta el [fútbol]
            es | El [fútbol] no me gusta
            no | Jeg liker ikke [fotball]
            no | Jeg [løper] ikke lenger
            en | [Golf]? No thanks
            en | No [running] please
            en | I used to [knit]
            en | [Running]? Not for me
            en | Ich mag kein [Golf] mehr
            de | I hate [golf]
            """)
    void whatATextDeniesIsDenied(String language, String marked) {
        assertThat(isDenied(language, marked)).as(marked).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I [run] every morning
            en | Not only [running], anything outside
            en | I can't wait to go [sailing]
            en | I cant wait to go [sailing]
            en | Why not [sailing]?
            en | I no longer run, but I love [cycling]
            en | I don't smoke. [Cycling] is great
            en | I stopped smoking and now I want to start [running]
            en | [Cycling] is great, cars are not
            en | I have never tried [sailing]
            de | Nicht nur [Wandern], auch anderes
            de | Ich rauche nicht, suche aber Leute zum [Wandern]
            de | Ich war noch nie [klettern] und will es lernen
            fr | Pourquoi pas le [vélo]
            fr | Je ne fume pas, mais j'aime le [vélo]
            es | No solo [ajedrez]
            es | No fumo, pero quiero [correr]
            no | Ikke bare [ski]
            no | Jeg røyker ikke, men liker [ski]
            ja | not [not]
            en | I can't [knit] yet, who teaches me?
            en | I don't have anyone to play [chess] with
            en | I am [quitting smoking], who joins in?
            fr | Je ne fais que du [yoga]
            de | Ich möchte nicht auf [Yoga] verzichten
            no | Jeg vil lære [sjakk] nå
            """)
    void whatOnlyStandsNearADenialIsNot(String language, String marked) {
        assertThat(isDenied(language, marked)).as(marked).isFalse();
    }
}

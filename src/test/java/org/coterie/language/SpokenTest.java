package org.coterie.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {

    @ParameterizedTest
    @CsvSource({
        "en,         en",
        "EN-gb,      en",
        "pt-BR,      pt",
        "zh-Hant-TW, zh",
        "cmn,        zh",
        "yue,        yue",
        "nb,         no",
        "nn-NO,      no",
        "no,         no",
        "da,         da",
        "iw,         he",
        "he,         he",
        "in,         id",
        "deu,        de",
        "swh,        sw",
        "qqq,        qqq",
        "abcdefgh,   abcdefgh",
        "und,        und",
    })
    void ofSeveralCodesForOneLanguageOneIsTold(String tag, String language) {
        assertThat(Spoken.language(tag)).isEqualTo(language);
    }
}
